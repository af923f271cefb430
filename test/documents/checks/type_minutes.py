"""Types in a draft of minutes as a person does. Arguments: the draft, what to type as JSON, the file to save.

What to type: {"present": [name], "cases": [{"title", "note", "decision", "style", "actions": [[cell]]}], "other": [[text, isBold]]}.
`style` says how the decision is written: "after" its label, "below" it, or "own" (label and text typed anew, in bold, without colon).
"""

import json
import sys
from copy import deepcopy

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

TICK, TICKED = "\u2610", "\u2612"

draft, typed, target = sys.argv[1:]
wanted = json.loads(typed)
document = Document(draft)


def blocks():
    for element in document.element.body:
        if element.tag == qn("w:p"):
            yield Paragraph(element, document._body)
        elif element.tag == qn("w:tbl"):
            yield Table(element, document._body)


def is_heading(block):
    return isinstance(block, Paragraph) and block.style.name.startswith("Heading")


def below(words):
    """The blocks from a heading with these words to the next heading."""
    found = []
    for block in blocks():
        if is_heading(block):
            if found:
                return found
            if words in block.text:
                found.append(block)
        elif found:
            found.append(block)
    if not found:
        raise SystemExit(f"no heading has «{words}»")
    return found


def labelled(section, label):
    return next(one for one in section if isinstance(one, Paragraph) and one.text.startswith(label))


def paragraph_after(block):
    """A new paragraph like `block`, without its text, as the Enter key makes it."""
    element = deepcopy(block._p)
    for child in list(element):
        if child.tag != qn("w:pPr"):
            element.remove(child)
    block._p.addnext(element)
    return Paragraph(element, block._parent)


def tick(names):
    table = next(one for one in below("Til st") if isinstance(one, Table))
    for row in table.rows[1:]:
        if row.cells[1].text in names:
            for run in row.cells[0].paragraphs[0].runs:
                run.text = run.text.replace(TICK, TICKED)


def fill(table, rows):
    while len(table.rows) < len(rows) + 1:
        table._tbl.append(deepcopy(table.rows[-1]._tr))
    for row, cells in zip(table.rows[1:], rows):
        for cell, text in zip(row.cells, cells):
            paragraph = cell.paragraphs[0]
            for run in paragraph.runs:
                run.text = ""
            paragraph.add_run(text)


def decide(section, text, style):
    label = labelled(section, "Vedtak")
    if style == "after":
        label.add_run(text)
    elif style == "below":
        paragraph_after(label).add_run(text)
    else:
        for run in label.runs:
            run.text = ""
        label.add_run("Vedtak " + text).bold = True


def type_case(case):
    section = below(case["title"])
    if "note" in case:
        labelled(section, "Notat").add_run(case["note"])
    if "decision" in case:
        decide(section, case["decision"], case.get("style", "after"))
    if case.get("actions"):
        fill(next(one for one in section if isinstance(one, Table)), case["actions"])


tick(wanted["present"])
for case in wanted["cases"]:
    type_case(case)
last = labelled(below("Eventuelt"), "Notat")
for text, is_bold in wanted.get("other", []):
    last = paragraph_after(last)
    last.add_run(text).bold = is_bold
document.save(target)
