"""rashomon: what is known about an event from accounts that disagree."""
