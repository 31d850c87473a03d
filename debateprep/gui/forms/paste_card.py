# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'paste_card.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractButton, QApplication, QDialog, QDialogButtonBox,
    QFormLayout, QLabel, QLineEdit, QPlainTextEdit,
    QSizePolicy, QVBoxLayout, QWidget)

class Ui_PasteCardDialog(object):
    def setupUi(self, PasteCardDialog):
        if not PasteCardDialog.objectName():
            PasteCardDialog.setObjectName(u"PasteCardDialog")
        PasteCardDialog.resize(620, 520)
        self.column = QVBoxLayout(PasteCardDialog)
        self.column.setObjectName(u"column")
        self.boxLabel = QLabel(PasteCardDialog)
        self.boxLabel.setObjectName(u"boxLabel")

        self.column.addWidget(self.boxLabel)

        self.box = QPlainTextEdit(PasteCardDialog)
        self.box.setObjectName(u"box")
        self.box.setTabChangesFocus(True)

        self.column.addWidget(self.box)

        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setRowWrapPolicy(QFormLayout.WrapLongRows)
        self.tagLabel = QLabel(PasteCardDialog)
        self.tagLabel.setObjectName(u"tagLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.tagLabel)

        self.tag = QLineEdit(PasteCardDialog)
        self.tag.setObjectName(u"tag")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.tag)

        self.citeLabel = QLabel(PasteCardDialog)
        self.citeLabel.setObjectName(u"citeLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.citeLabel)

        self.cite = QLineEdit(PasteCardDialog)
        self.cite.setObjectName(u"cite")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.cite)

        self.quoteLabel = QLabel(PasteCardDialog)
        self.quoteLabel.setObjectName(u"quoteLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.quoteLabel)

        self.quote = QPlainTextEdit(PasteCardDialog)
        self.quote.setObjectName(u"quote")
        self.quote.setTabChangesFocus(True)

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.quote)


        self.column.addLayout(self.form)

        self.note = QLabel(PasteCardDialog)
        self.note.setObjectName(u"note")
        self.note.setWordWrap(True)

        self.column.addWidget(self.note)

        self.buttons = QDialogButtonBox(PasteCardDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.Cancel|QDialogButtonBox.Ok)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.boxLabel.setBuddy(self.box)
        self.tagLabel.setBuddy(self.tag)
        self.citeLabel.setBuddy(self.cite)
        self.quoteLabel.setBuddy(self.quote)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PasteCardDialog)
        self.buttons.accepted.connect(PasteCardDialog.accept)
        self.buttons.rejected.connect(PasteCardDialog.reject)

        QMetaObject.connectSlotsByName(PasteCardDialog)
    # setupUi

    def retranslateUi(self, PasteCardDialog):
        PasteCardDialog.setWindowTitle(QCoreApplication.translate("PasteCardDialog", u"Add a card from elsewhere", None))
        self.boxLabel.setText(QCoreApplication.translate("PasteCardDialog", u"&Paste the tag, the cite and the quotation together", None))
#if QT_CONFIG(accessibility)
        self.box.setAccessibleName(QCoreApplication.translate("PasteCardDialog", u"Tag, cite and quotation together", None))
#endif // QT_CONFIG(accessibility)
        self.tagLabel.setText(QCoreApplication.translate("PasteCardDialog", u"&Tag", None))
        self.tag.setPlaceholderText(QCoreApplication.translate("PasteCardDialog", u"what the words show, in a line", None))
#if QT_CONFIG(accessibility)
        self.tag.setAccessibleName(QCoreApplication.translate("PasteCardDialog", u"Tag", None))
#endif // QT_CONFIG(accessibility)
        self.citeLabel.setText(QCoreApplication.translate("PasteCardDialog", u"&Cite", None))
        self.cite.setPlaceholderText(QCoreApplication.translate("PasteCardDialog", u"author, date, where", None))
#if QT_CONFIG(accessibility)
        self.cite.setAccessibleName(QCoreApplication.translate("PasteCardDialog", u"Cite", None))
#endif // QT_CONFIG(accessibility)
        self.quoteLabel.setText(QCoreApplication.translate("PasteCardDialog", u"&Words", None))
#if QT_CONFIG(accessibility)
        self.quote.setAccessibleName(QCoreApplication.translate("PasteCardDialog", u"Words quoted", None))
#endif // QT_CONFIG(accessibility)
        self.note.setText(QCoreApplication.translate("PasteCardDialog", u"The card will say \u201cno source text\u201d until its article is brought in and found.", None))
    # retranslateUi

