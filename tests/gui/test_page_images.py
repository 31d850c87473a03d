"""Page pictures and the view that shows them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import get_ident

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from debateprep.domain.pages import BriefPages, NoteEntry, SectionPage
from debateprep.domain.terms import SectionKind, Side
from debateprep.gui import page_images
from debateprep.gui.page_images import PageImagesError, PdfiumImages, PdfPages, pixels
from debateprep.gui.widgets.page_view import FIT_WIDTH, LARGEST, SMALLEST, PageView
from debateprep.publishing import PageOptions, export_pdf


def made(lines: int = 120, word: str = "word") -> bytes:
    notes = tuple(NoteEntry(f"{word} {number}") for number in range(lines))
    section = SectionPage("", SectionKind.CUSTOM, "Notes", notes)
    pages = BriefPages("Topic", "Resolved: x.", Side.PRO, "", "Brief", "", (), (), (section,), (), (), 0)
    return export_pdf(pages, PageOptions(contents=False))


THREE = made(70)


@pytest.fixture
def images(qapp: QApplication, qtbot: QtBot) -> Iterator[PdfiumImages]:
    found = PdfiumImages()
    yield found
    found.close()
    found.deleteLater()
    qapp.processEvents()


@pytest.fixture
def view(images: PdfiumImages, qtbot: QtBot) -> PageView:
    shown = PageView(images)
    qtbot.addWidget(shown)
    shown.resize(600, 500)
    shown.show()
    qtbot.waitExposed(shown)
    with qtbot.waitSignal(images.ready):
        images.open(THREE)
    return shown


def ink(image: QImage) -> int:
    data = bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())
    return sum(1 for each in data if each < 128)


def test_a_page_is_drawn_at_its_scale() -> None:
    pages = PdfPages(THREE)
    image = pages.image(0, 1.5)
    pages.close()
    assert (image.width(), image.height()) == (918, 1188)
    assert ink(image) > 500
    assert image.pixelColor(2, 2).name() == "#ffffff"


@pytest.mark.parametrize("scale", [0.4, 1.0, 1.3333, 2.16667])
def test_strips_make_the_whole_page(scale: float) -> None:
    pages = PdfPages(THREE)
    whole = pages.image(1, scale)
    joined = b""
    for top in range(0, whole.height(), 257):
        strip = pages.image(1, scale, top, 257)
        assert strip.width() == whole.width()
        assert strip.height() == min(257, whole.height() - top)
        joined += bytes(strip.constBits())
    pages.close()
    assert pixels(pages.sizes[1], scale) == (whole.width(), whole.height())
    # Smoothing differs by a shade where a strip ends; a row out of place would differ from black to white.
    worst = max(abs(one - other) for one, other in zip(joined, bytes(whole.constBits()), strict=True))
    assert worst <= 24


def test_what_is_no_pdf_is_refused_in_a_sentence() -> None:
    with pytest.raises(PageImagesError, match="cannot be shown"):
        PdfPages(b"no pdf at all")


def test_closed_pages_refuse() -> None:
    pages = PdfPages(THREE)
    pages.close()
    pages.close()
    with pytest.raises(PageImagesError, match="closed"):
        pages.image(0, 1.0)


def apart(one: QImage, other: QImage) -> int:
    """Return how many shades the two pictures differ by where they differ most."""
    assert one.size() == other.size()
    return max(abs(a - b) for a, b in zip(bytes(one.constBits()), bytes(other.constBits()), strict=True))


def test_many_threads_use_one_file() -> None:
    pages = PdfPages(THREE)
    whole = [pages.image(at, 1.0) for at in range(3)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda at: pages.image(at % 3, 1.0), range(24)))
    pages.close()
    # PDFium smooths a letter by what it drew before; another page's words would differ from black to white.
    assert min(apart(whole[one], whole[other]) for one, other in ((0, 1), (1, 2), (0, 2))) > 100
    assert max(apart(image, whole[at % 3]) for at, image in enumerate(found)) <= 24


def test_nothing_is_drawn_on_the_gui_thread(
    images: PdfiumImages, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[int] = set()
    real = PdfPages.image

    def noted(self: PdfPages, page: int, scale: float, top: int = 0, rows: int | None = None) -> QImage:
        threads.add(get_ident())
        return real(self, page, scale, top, rows)

    monkeypatch.setattr(PdfPages, "image", noted)
    with qtbot.waitSignal(images.opened):
        images.open(THREE)
    with qtbot.waitSignal(images.ready):
        images.want(0, 1.0)
    assert threads
    assert get_ident() not in threads


def test_only_the_newest_wish_is_answered(images: PdfiumImages, qtbot: QtBot) -> None:
    with qtbot.waitSignal(images.opened):
        images.open(THREE)
    seen: list[tuple[int, float]] = []
    images.ready.connect(lambda page, scale, _image: seen.append((page, scale)))
    for step in range(1, 30):
        images.want(0, step / 10)
    images.want(2, 1.0)
    qtbot.waitUntil(lambda: (2, 1.0) in seen)
    assert seen == [(2, 1.0)]


def test_the_newest_file_wins_and_the_others_are_closed(images: PdfiumImages, qtbot: QtBot) -> None:
    counts: list[int] = []
    images.opened.connect(counts.append)
    one = made(3)
    for data in (THREE, THREE, one):
        images.open(data)
    qtbot.waitUntil(lambda: bool(counts))
    assert counts == [1]
    assert images.count() == 1
    held = images._held
    assert len(held) == 1


def test_the_next_page_is_drawn_ahead(images: PdfiumImages, qtbot: QtBot) -> None:
    with qtbot.waitSignal(images.opened):
        images.open(THREE)
    with qtbot.waitSignal(images.ready):
        images.want(0, 1.0)
    qtbot.waitUntil(lambda: (1, 1.0) in images._kept)
    seen: list[int] = []
    images.ready.connect(lambda page, _scale, _image: seen.append(page))
    images.want(1, 1.0)
    assert seen == [1]


def test_old_pictures_make_room(images: PdfiumImages, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_images, "_CACHE_BYTES", 5_000_000)
    monkeypatch.setattr(page_images, "_AHEAD_BYTES", 0)
    with qtbot.waitSignal(images.opened):
        images.open(THREE)
    for scale in (1.0, 1.1, 1.2, 1.3):
        with qtbot.waitSignal(images.ready):
            images.want(0, scale)
    assert sum(each.sizeInBytes() for each in images._kept.values()) <= 5_000_000
    assert (0, 1.3) in images._kept


def test_pages_that_are_not_there_are_not_wanted(images: PdfiumImages, qtbot: QtBot) -> None:
    images.want(0, 1.0)
    with qtbot.waitSignal(images.opened):
        images.open(THREE)
    images.want(99, 1.0)
    assert images.size(99).isEmpty()
    assert not images._waiting


def test_a_damaged_file_is_told(images: PdfiumImages, qtbot: QtBot) -> None:
    with qtbot.waitSignal(images.failed) as caught:
        images.open(b"%PDF-1.4 nothing more")
    assert "cannot be shown" in caught.args[0]


def test_keys_turn_pages_and_zoom(view: PageView, qtbot: QtBot) -> None:
    assert view.fit() == "page"
    assert view.accessibleDescription() == "Page 1 of 3"
    for key, page in (
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_End, 2),
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_PageUp, 1),
        (Qt.Key.Key_Home, 0),
    ):
        qtbot.keyClick(view, key)
        assert view.page() == page
    fitted = view.zoom()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom() > fitted
    assert view.fit() == ""
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.zoom() == fitted


def test_zoom_stays_within_its_limits(view: PageView) -> None:
    for _ in range(40):
        view.zoom_in()
    assert view.zoom() == LARGEST
    for _ in range(40):
        view.zoom_out()
    assert view.zoom() == SMALLEST


def test_fit_follows_the_window(view: PageView, qtbot: QtBot) -> None:
    small = view.zoom()
    view.resize(900, 900)
    qtbot.waitUntil(lambda: view.zoom() > small)
    page = view.zoom()
    view.set_fit(FIT_WIDTH)
    assert view.zoom() > page
    assert view.horizontalScrollBar().maximum() == 0


def test_the_picture_is_sharp(view: PageView, qtbot: QtBot) -> None:
    view.set_zoom(1.0)
    qtbot.waitUntil(lambda: view.picture().width() == 816)
    shot = view.viewport().grab().toImage()
    page = view.picture().copy(200, 0, 300, 400)
    left = view.horizontalScrollBar().value()
    top = 16
    x = 16 + 200 - left
    assert shot.copy(x, top, 300, 400).convertToFormat(page.format()) == page


def wheel(view: PageView, turn: int) -> None:
    place = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        place,
        view.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by place
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_turns_the_page_at_its_end(view: PageView) -> None:
    wheel(view, -120)
    assert view.page() == 1
    for _ in range(3):
        wheel(view, 30)
    assert view.page() == 1
    wheel(view, 30)
    assert view.page() == 0


def test_a_sentence_stands_in_for_the_page(view: PageView) -> None:
    view.say("There is nothing to print yet.")
    assert view.accessibleDescription() == "There is nothing to print yet."
    view.viewport().grab()
    view.say("")
    assert view.accessibleDescription() == "Page 1 of 3"
