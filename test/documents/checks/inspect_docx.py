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
            "otherLanguages": sorted(
                {one.get(qn("w:val")) for one in body.iter(qn("w:lang"))}
                - {None, None if language is None else language.get(qn("w:val"))}
            ),
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
            "text": "\n".join(node.text or "" for node in body.iter(qn("w:t"))),
        }
    )
)
