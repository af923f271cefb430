"""Prints what python-docx makes of a .docx, as JSON. Used by docx-structure.ts."""

import json
import sys

from docx import Document
from docx.oxml.ns import qn


def heading_level(style):
    """The outline level of a paragraph style, 1 for the highest, or None for text that is no heading."""
    while style is not None:
        level = style.element.find(".//" + qn("w:outlineLvl"))
        if level is not None:
            number = int(level.get(qn("w:val")))
            return number + 1 if number < 9 else None
        style = style.base_style
    return None


def is_header(row):
    flag = row._tr.find(".//" + qn("w:tblHeader"))
    return flag is not None and flag.get(qn("w:val")) not in ("0", "false")


def kinds_of(inline):
    """The kinds of file that a picture is there as: PNG for all, SVG for programs that know it."""
    parts = document.part.related_parts
    ids = [value for one in inline.iter() for key, value in one.attrib.items() if key == qn("r:embed")]
    return sorted(parts[one].content_type for one in ids)


document = Document(sys.argv[1])
language = document.styles.element.find(
    "./" + qn("w:docDefaults") + "/" + qn("w:rPrDefault") + "/" + qn("w:rPr") + "/" + qn("w:lang")
)
body = document.element.body
print(
    json.dumps(
        {
            "title": document.core_properties.title,
            "language": None if language is None else language.get(qn("w:val")),
            "otherLanguages": [
                {"language": mark.get(qn("w:val")), "text": "".join(t.text or "" for t in run.iter(qn("w:t")))}
                for run in body.iter(qn("w:r"))
                for mark in run.iter(qn("w:lang"))
                if mark.get(qn("w:val")) not in (None, None if language is None else language.get(qn("w:val")))
            ],
            "headings": [
                {"level": level, "text": paragraph.text}
                for paragraph in document.paragraphs
                for level in [heading_level(paragraph.style)]
                if level is not None
            ],
            "listItems": sum(1 for one in body.iter(qn("w:numPr"))),
            "tables": [
                {
                    "rows": len(table.rows),
                    "headerRows": sum(is_header(row) for row in table.rows),
                    "head": [cell.text for cell in table.rows[0].cells],
                }
                for table in document.tables
            ],
            "pictures": [
                {
                    "kinds": kinds_of(inline),
                    "width": int(inline.find(qn("wp:extent")).get("cx")) / 36000,
                    "description": inline.find(qn("wp:docPr")).get("descr") or "",
                }
                for inline in body.iter(qn("wp:inline"))
            ],
            "text": "\n".join(node.text or "" for node in body.iter(qn("w:t"))),
        }
    )
)
