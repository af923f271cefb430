"""Prints what python-icalendar makes of an .ics, as JSON. Used by calendar.ts."""

import json
import sys

from icalendar import Calendar


def text(component, name):
    value = component.get(name)
    return None if value is None else str(value)


def moment(component, name):
    value = component.get(name)
    return None if value is None else value.dt.isoformat()


def addresses(component, name):
    value = component.get(name)
    return [str(one) for one in (value if isinstance(value, list) else [value] if value is not None else [])]


with open(sys.argv[1], "rb") as file:
    calendar = Calendar.from_ical(file.read())

print(
    json.dumps(
        {
            "version": text(calendar, "VERSION"),
            "producer": text(calendar, "PRODID"),
            "method": text(calendar, "METHOD"),
            "zones": [text(zone, "TZID") for zone in calendar.walk("VTIMEZONE")],
            "faults": [str(fault) for component in calendar.walk() for fault in component.errors],
            "events": [
                {
                    "uid": text(event, "UID"),
                    "status": text(event, "STATUS"),
                    "sequence": None if event.get("SEQUENCE") is None else int(event["SEQUENCE"]),
                    "stamp": moment(event, "DTSTAMP"),
                    "start": moment(event, "DTSTART"),
                    "startZone": event["DTSTART"].params.get("TZID"),
                    "end": moment(event, "DTEND"),
                    "summary": text(event, "SUMMARY"),
                    "description": text(event, "DESCRIPTION"),
                    "location": text(event, "LOCATION"),
                    "organizer": text(event, "ORGANIZER"),
                    "attendees": addresses(event, "ATTENDEE"),
                }
                for event in calendar.walk("VEVENT")
            ],
        }
    )
)
