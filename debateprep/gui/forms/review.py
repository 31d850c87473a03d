# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'review.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QAbstractItemView, QApplication, QDialog,
    QDialogButtonBox, QGridLayout, QHeaderView, QLabel,
    QLineEdit, QSizePolicy, QTableView, QVBoxLayout,
    QWidget)

class Ui_ReviewDialog(object):
    def setupUi(self, ReviewDialog):
        if not ReviewDialog.objectName():
            ReviewDialog.setObjectName(u"ReviewDialog")
        ReviewDialog.resize(940, 640)
        self.column = QVBoxLayout(ReviewDialog)
        self.column.setObjectName(u"column")
        self.doubts = QLabel(ReviewDialog)
        self.doubts.setObjectName(u"doubts")
        self.doubts.setWordWrap(True)

        self.column.addWidget(self.doubts)

        self.grid = QGridLayout()
        self.grid.setObjectName(u"grid")
        self.titleLabel = QLabel(ReviewDialog)
        self.titleLabel.setObjectName(u"titleLabel")

        self.grid.addWidget(self.titleLabel, 0, 0, 1, 1)

        self.title = QLineEdit(ReviewDialog)
        self.title.setObjectName(u"title")

        self.grid.addWidget(self.title, 0, 1, 1, 1)

        self.titleWhere = QLabel(ReviewDialog)
        self.titleWhere.setObjectName(u"titleWhere")

        self.grid.addWidget(self.titleWhere, 0, 2, 1, 1)

        self.authorsLabel = QLabel(ReviewDialog)
        self.authorsLabel.setObjectName(u"authorsLabel")

        self.grid.addWidget(self.authorsLabel, 1, 0, 1, 1)

        self.authors = QLineEdit(ReviewDialog)
        self.authors.setObjectName(u"authors")

        self.grid.addWidget(self.authors, 1, 1, 1, 1)

        self.authorsWhere = QLabel(ReviewDialog)
        self.authorsWhere.setObjectName(u"authorsWhere")

        self.grid.addWidget(self.authorsWhere, 1, 2, 1, 1)

        self.qualificationsLabel = QLabel(ReviewDialog)
        self.qualificationsLabel.setObjectName(u"qualificationsLabel")

        self.grid.addWidget(self.qualificationsLabel, 2, 0, 1, 1)

        self.qualifications = QLineEdit(ReviewDialog)
        self.qualifications.setObjectName(u"qualifications")

        self.grid.addWidget(self.qualifications, 2, 1, 1, 1)

        self.qualificationsWhere = QLabel(ReviewDialog)
        self.qualificationsWhere.setObjectName(u"qualificationsWhere")

        self.grid.addWidget(self.qualificationsWhere, 2, 2, 1, 1)

        self.publicationLabel = QLabel(ReviewDialog)
        self.publicationLabel.setObjectName(u"publicationLabel")

        self.grid.addWidget(self.publicationLabel, 3, 0, 1, 1)

        self.publication = QLineEdit(ReviewDialog)
        self.publication.setObjectName(u"publication")

        self.grid.addWidget(self.publication, 3, 1, 1, 1)

        self.publicationWhere = QLabel(ReviewDialog)
        self.publicationWhere.setObjectName(u"publicationWhere")

        self.grid.addWidget(self.publicationWhere, 3, 2, 1, 1)

        self.issuedLabel = QLabel(ReviewDialog)
        self.issuedLabel.setObjectName(u"issuedLabel")

        self.grid.addWidget(self.issuedLabel, 4, 0, 1, 1)

        self.issued = QLineEdit(ReviewDialog)
        self.issued.setObjectName(u"issued")

        self.grid.addWidget(self.issued, 4, 1, 1, 1)

        self.issuedWhere = QLabel(ReviewDialog)
        self.issuedWhere.setObjectName(u"issuedWhere")

        self.grid.addWidget(self.issuedWhere, 4, 2, 1, 1)

        self.urlLabel = QLabel(ReviewDialog)
        self.urlLabel.setObjectName(u"urlLabel")

        self.grid.addWidget(self.urlLabel, 5, 0, 1, 1)

        self.url = QLineEdit(ReviewDialog)
        self.url.setObjectName(u"url")

        self.grid.addWidget(self.url, 5, 1, 1, 1)

        self.urlWhere = QLabel(ReviewDialog)
        self.urlWhere.setObjectName(u"urlWhere")

        self.grid.addWidget(self.urlWhere, 5, 2, 1, 1)


        self.column.addLayout(self.grid)

        self.blocksLabel = QLabel(ReviewDialog)
        self.blocksLabel.setObjectName(u"blocksLabel")

        self.column.addWidget(self.blocksLabel)

        self.blocks = QTableView(ReviewDialog)
        self.blocks.setObjectName(u"blocks")
        self.blocks.setSelectionBehavior(QAbstractItemView.SelectRows)
        self.blocks.setSelectionMode(QAbstractItemView.SingleSelection)
        self.blocks.setShowGrid(False)
        self.blocks.setWordWrap(False)
        self.blocks.setTabKeyNavigation(False)

        self.column.addWidget(self.blocks)

        self.fault = QLabel(ReviewDialog)
        self.fault.setObjectName(u"fault")
        self.fault.setWordWrap(True)

        self.column.addWidget(self.fault)

        self.buttons = QDialogButtonBox(ReviewDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.Cancel|QDialogButtonBox.Ok)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.titleLabel.setBuddy(self.title)
        self.authorsLabel.setBuddy(self.authors)
        self.qualificationsLabel.setBuddy(self.qualifications)
        self.publicationLabel.setBuddy(self.publication)
        self.issuedLabel.setBuddy(self.issued)
        self.urlLabel.setBuddy(self.url)
        self.blocksLabel.setBuddy(self.blocks)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReviewDialog)
        self.buttons.rejected.connect(ReviewDialog.reject)

        QMetaObject.connectSlotsByName(ReviewDialog)
    # setupUi

    def retranslateUi(self, ReviewDialog):
        ReviewDialog.setWindowTitle(QCoreApplication.translate("ReviewDialog", u"Look over before adding", None))
        self.titleLabel.setText(QCoreApplication.translate("ReviewDialog", u"&Title", None))
#if QT_CONFIG(accessibility)
        self.title.setAccessibleName(QCoreApplication.translate("ReviewDialog", u"Title", None))
#endif // QT_CONFIG(accessibility)
        self.authorsLabel.setText(QCoreApplication.translate("ReviewDialog", u"A&uthors", None))
#if QT_CONFIG(accessibility)
        self.authors.setAccessibleName(QCoreApplication.translate("ReviewDialog", u"Authors", None))
#endif // QT_CONFIG(accessibility)
        self.authors.setPlaceholderText(QCoreApplication.translate("ReviewDialog", u"Given Family; \"A body in quotation marks\"", None))
        self.qualificationsLabel.setText(QCoreApplication.translate("ReviewDialog", u"&Who they are", None))
#if QT_CONFIG(accessibility)
        self.qualifications.setAccessibleName(QCoreApplication.translate("ReviewDialog", u"Who they are", None))
#endif // QT_CONFIG(accessibility)
        self.publicationLabel.setText(QCoreApplication.translate("ReviewDialog", u"&Published in", None))
#if QT_CONFIG(accessibility)
        self.publication.setAccessibleName(QCoreApplication.translate("ReviewDialog", u"Published in", None))
#endif // QT_CONFIG(accessibility)
        self.issuedLabel.setText(QCoreApplication.translate("ReviewDialog", u"&Date", None))
#if QT_CONFIG(accessibility)
        self.issued.setAccessibleName(QCoreApplication.translate("ReviewDialog", u"Date", None))
#endif // QT_CONFIG(accessibility)
        self.issued.setPlaceholderText(QCoreApplication.translate("ReviewDialog", u"2024, March 2024 or 2024-03-07", None))
        self.urlLabel.setText(QCoreApplication.translate("ReviewDialog", u"Add&ress", None))
#if QT_CONFIG(accessibility)
        self.url.setAccessibleName(QCoreApplication.translate("ReviewDialog", u"Address", None))
#endif // QT_CONFIG(accessibility)
        self.blocksLabel.setText(QCoreApplication.translate("ReviewDialog", u"&Blocks: Space keeps or strikes one out, F2 says what it is", None))
#if QT_CONFIG(accessibility)
        self.blocks.setAccessibleName(QCoreApplication.translate("ReviewDialog", u"Blocks of the article", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

