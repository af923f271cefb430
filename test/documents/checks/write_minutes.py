"""Writes minutes of one meeting in the many forms that people give them. Argument: the folder for the files.

Every file says the same: in the case «Tomme lokaler» it was decided that «Vi handler til våren.», and Kari Nordmann is to
«Ringe kommunene» by 1 February 2027.
"""

import sys
from pathlib import Path

from docx import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

folder = Path(sys.argv[1])
DECISION, ACTION, WHO, WHEN = "Vi handler til våren.", "Ringe kommunene", "Kari Nordmann", "1. februar 2027"


def heading(document):
    document.add_heading("Sak 8/26: Tomme lokaler", 2)


def plain_heading(document, text="Sak 8/26: Tomme lokaler"):
    document.add_paragraph().add_run(text).bold = True


def labelled(document, label, text, style=None):
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(label).bold = True
    paragraph.add_run(" " + text)
    return paragraph


def table(document, rows, style="Table Grid"):
    made = document.add_table(0, len(rows[0]), style)
    for cells in rows:
        for cell, text in zip(made.add_row().cells, cells):
            cell.text = text
    return made


def action_row(document):
    return table(document, [["Tiltak", "Ansvarlig", "Frist"], [ACTION, WHO, WHEN]])


def decided(document):
    labelled(document, "Vedtak:", DECISION)


def acted(document):
    labelled(document, "Tiltak:", f"{ACTION}. Ansvarlig: {WHO}. Frist: {WHEN}")


def both(document):
    decided(document)
    acted(document)


def link(paragraph, text):
    """A link without an address in the file, as to a bookmark."""
    element = OxmlElement("w:hyperlink")
    element.set(qn("w:anchor"), "her")
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = text
    run.append(words)
    element.append(run)
    paragraph._p.append(element)


def content_control(paragraph, text):
    element, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = text
    run.append(words)
    content.append(run)
    element.append(OxmlElement("w:sdtPr"))
    element.append(content)
    paragraph._p.append(element)


def tracked(paragraph, tag, text):
    element = OxmlElement(tag)
    element.set(qn("w:id"), "7")
    element.set(qn("w:author"), "Anne")
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText" if tag == "w:del" else "w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    element.append(run)
    paragraph._p.append(element)


forms = {}


def form(write):
    forms[write.__name__.replace("_", "-")] = write
    return write


@form
def labels_in_bold(document):
    heading(document)
    both(document)


@form
def heading_in_bold(document):
    plain_heading(document)
    both(document)


@form
def heading_numbered_by_hand(document):
    plain_heading(document, "2. Tomme lokaler (sak 8/26)")
    both(document)


@form
def heading_level_one(document):
    document.add_heading("Sak 8/26 – Tomme lokaler", 1)
    both(document)


@form
def heading_without_number(document):
    document.add_heading("Tomme lokaler", 2)
    both(document)


@form
def labels_in_capitals(document):
    heading(document)
    document.add_paragraph(f"VEDTAK: {DECISION}")
    document.add_paragraph(f"TILTAK: {ACTION}, {WHO}, {WHEN}")


@form
def labels_as_headings(document):
    heading(document)
    document.add_heading("Vedtak", 3)
    document.add_paragraph(DECISION)
    document.add_heading("Tiltak", 3)
    document.add_paragraph(f"{ACTION} – {WHO}, senest {WHEN}")


@form
def labels_on_their_own_line(document):
    heading(document)
    document.add_paragraph("Vedtak")
    document.add_paragraph(DECISION)
    document.add_paragraph("Tiltak")
    document.add_paragraph(f"{ACTION} ({WHO}, innen {WHEN})", "List Bullet")


@form
def labels_in_nynorsk(document):
    heading(document)
    labelled(document, "Vedtak:", DECISION)
    labelled(document, "Tiltak:", f"{ACTION}. Ansvarleg: {WHO}. Frist: innan {WHEN}")


@form
def an_action_in_a_table(document):
    heading(document)
    decided(document)
    action_row(document)


@form
def an_action_in_a_plain_table(document):
    heading(document)
    decided(document)
    table(document, [["Hva", "Hvem", "Når"], [ACTION, WHO, "1.2.2027"]], None)


@form
def an_action_in_a_table_with_empty_rows(document):
    heading(document)
    decided(document)
    table(document, [["Tiltak", "Ansvarlig", "Frist"], ["", "", ""], [ACTION, WHO, WHEN], ["", "", ""]])


@form
def all_in_one_table(document):
    heading(document)
    table(document, [["Vedtak", DECISION], ["Tiltak", f"{ACTION} ({WHO}, {WHEN})"]])


@form
def a_table_of_cases(document):
    table(
        document,
        [["Sak", "Vedtak", "Tiltak", "Ansvarlig", "Frist"], ["8/26 Tomme lokaler", DECISION, ACTION, WHO, WHEN]],
    )


@form
def numbered_list(document):
    heading(document)
    labelled(document, "Vedtak:", DECISION, "List Number")
    labelled(document, "Tiltak:", f"{ACTION}, {WHO}, frist {WHEN}", "List Number")


@form
def bullets_typed_by_hand(document):
    heading(document)
    document.add_paragraph(f"- Vedtak: {DECISION}")
    document.add_paragraph(f"- Tiltak: {ACTION} ({WHO}, innen {WHEN})")


@form
def line_breaks(document):
    heading(document)
    paragraph = document.add_paragraph(f"Vedtak: {DECISION}")
    paragraph.add_run().add_break(WD_BREAK.LINE)
    paragraph.add_run(f"Tiltak: {ACTION}. Ansvarlig: {WHO}. Frist: {WHEN}")


@form
def tabs_between(document):
    heading(document)
    document.add_paragraph(f"Vedtak:\t{DECISION}")
    document.add_paragraph(f"Tiltak:\t{ACTION}, {WHO}, {WHEN}")


@form
def hard_spaces(document):
    heading(document)
    document.add_paragraph(f"Vedtak:\u00a0{DECISION}")
    document.add_paragraph(f"Tiltak: {ACTION}, Kari\u00a0Nordmann, 1.\u00a0februar\u00a02027")


@form
def every_word_a_run(document):
    heading(document)
    for text in (f"Vedtak: {DECISION}", f"Tiltak: {ACTION}. Ansvarlig: {WHO}. Frist: {WHEN}"):
        paragraph = document.add_paragraph()
        for word in text.split(" "):
            paragraph.add_run(word + " ").italic = len(word) % 2 == 0


@form
def page_breaks(document):
    heading(document)
    decided(document)
    document.add_page_break()
    acted(document)


@form
def small_font_and_sections(document):
    heading(document)
    decided(document)
    document.add_section()
    acted(document)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(6)


@form
def words_in_header_and_footer(document):
    document.sections[0].header.paragraphs[0].text = "Vedtak: Dette er topptekst."
    document.sections[0].footer.paragraphs[0].text = "Side 1 av 1"
    heading(document)
    both(document)


@form
def a_link_in_the_decision(document):
    heading(document)
    paragraph = document.add_paragraph("Vedtak: Vi handler til ")
    link(paragraph, "våren")
    paragraph.add_run(".")
    acted(document)


@form
def a_content_control(document):
    heading(document)
    content_control(document.add_paragraph("Vedtak: "), DECISION)
    acted(document)


@form
def tracked_changes(document):
    heading(document)
    paragraph = document.add_paragraph("Vedtak: Vi ")
    tracked(paragraph, "w:del", "avslår ")
    tracked(paragraph, "w:ins", "handler ")
    paragraph.add_run("til våren.")
    acted(document)


@form
def notes_between(document):
    heading(document)
    document.add_paragraph("Begge parter ser at dette haster.")
    decided(document)
    document.add_paragraph("")
    acted(document)


for name, write in forms.items():
    document = Document()
    document.add_heading("Referat fra kvartalsmøte 3. desember 2026", 0)
    write(document)
    document.save(folder / f"{name}.docx")
