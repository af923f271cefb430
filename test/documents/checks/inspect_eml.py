"""Prints what Python's own email package makes of an .eml, as JSON. Used by mail.ts."""

import json
import sys
from email import policy
from email.parser import BytesParser

with open(sys.argv[1], "rb") as file:
    message = BytesParser(policy=policy.default).parse(file)


def content(part):
    return part.get_payload(decode=True).decode("utf-8")


parts = [part for part in message.walk() if not part.is_multipart()]

print(
    json.dumps(
        {
            "to": [one.addr_spec for one in message["To"].addresses],
            "copies": [name for name in ("Cc", "Bcc") if message[name] is not None],
            "subject": message["Subject"],
            "parts": [
                {
                    "type": part.get_content_type(),
                    "method": part.get_param("method"),
                    "file": part.get_filename(),
                    "content": content(part),
                }
                for part in parts
            ],
            "defects": [type(one).__name__ for part in message.walk() for one in part.defects],
        }
    )
)
