"""Accounts whose every part would be markup, a formula or a terminal's command if it were believed."""

from __future__ import annotations

import hashlib

from rashomon.types import Account


def hostile() -> tuple[Account, ...]:
    texts = (
        "<script>alert(1)</script>\n\nAt least 24 people were killed in the <b>fire</b>, the <img src=x> ministry said.\n",
        '=HYPERLINK(1)\n\n140 people were killed in the fire"><script>alert(2)</script>, a doctor said.\n',
        "{{ 7 * 7 }}\n\n\u202e\x1b[2J140 people were killed in the fire, '<svg onload=x>' said.\n",
    )
    return tuple(
        Account(
            name=f"<{number}>.txt",
            text=text,
            digest=hashlib.sha256(text.encode()).hexdigest(),
            outlet='"><script>alert(3)</script>',
            url="javascript:alert(4)",
        )
        for number, text in enumerate(texts)
    )
