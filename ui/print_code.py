# SPDX-License-Identifier: MIT
"""The recovery code on paper: eight groups and their numbers, and nothing that says what they open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from app.errors import PrintFailed
from app.report.printing import JOB_NAME

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

ROWS, COLUMNS = 2, 4
MARGIN_MM = 20
GROUP_PT, NUMBER_PT = 20, 9


def print_code(context: Context, window: QWidget, code: str) -> None:
    """Ask which printer, and print; a failure is shown as every other."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(JOB_NAME)
    page = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM),
        QPageLayout.Unit.Millimeter,
    )
    printer.setPageLayout(page)
    dialog = QPrintDialog(printer, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # the signal brings the printer, unlike that of other dialogs
    dialog.accepted.connect(lambda *_: _on_accepted(context, printer, code))
    QDialog.open(dialog)


def paint_code(context: Context, printer: QPrinter, code: str) -> None:
    """The groups stand on the page, four in a line, each with its number.

    Raises:
        PrintFailed: the printer did not take it.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed
    page = printer.pageRect(QPrinter.Unit.DevicePixel)
    cell_height = page.height() / 12
    cell_width = page.width() / COLUMNS
    mono = QFont(context.theme.mono_face)
    for place, group in enumerate(code.split("-")):
        row, column = divmod(place, COLUMNS)
        cell = QRectF(column * cell_width, row * cell_height, cell_width, cell_height)
        mono.setPointSize(NUMBER_PT)
        painter.setFont(mono)
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), str(place + 1))
        mono.setPointSize(GROUP_PT)
        painter.setFont(mono)
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), group)
    if not painter.end():
        raise PrintFailed


def _on_accepted(context: Context, printer: QPrinter, code: str) -> None:
    try:
        paint_code(context, printer, code)
    except PrintFailed as error:
        context.background.failed.emit(error)
