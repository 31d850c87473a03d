"""Forms compiled from ui/*.ui by pyside6-uic; not edited by hand."""
