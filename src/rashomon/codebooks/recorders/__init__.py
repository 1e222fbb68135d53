"""The codebooks as data, one file each, with the published source of every rule."""
