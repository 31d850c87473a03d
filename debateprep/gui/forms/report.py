# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'report.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QDialog,
    QHBoxLayout, QHeaderView, QLabel, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QTableView,
    QVBoxLayout, QWidget)

class Ui_ReportDialog(object):
    def setupUi(self, ReportDialog):
        if not ReportDialog.objectName():
            ReportDialog.setObjectName(u"ReportDialog")
        ReportDialog.resize(860, 600)
        self.column = QVBoxLayout(ReportDialog)
        self.column.setObjectName(u"column")
        self.top = QHBoxLayout()
        self.top.setObjectName(u"top")
        self.sideLabel = QLabel(ReportDialog)
        self.sideLabel.setObjectName(u"sideLabel")

        self.top.addWidget(self.sideLabel)

        self.side = QComboBox(ReportDialog)
        self.side.setObjectName(u"side")

        self.top.addWidget(self.side)

        self.summary = QLabel(ReportDialog)
        self.summary.setObjectName(u"summary")
        self.summary.setWordWrap(True)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.summary.sizePolicy().hasHeightForWidth())
        self.summary.setSizePolicy(sizePolicy)

        self.top.addWidget(self.summary)


        self.column.addLayout(self.top)

        self.rows = QTableView(ReportDialog)
        self.rows.setObjectName(u"rows")
        self.rows.setSelectionBehavior(QAbstractItemView.SelectRows)
        self.rows.setSelectionMode(QAbstractItemView.SingleSelection)
        self.rows.setShowGrid(False)
        self.rows.setWordWrap(False)
        self.rows.setTabKeyNavigation(False)
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(3)
        sizePolicy1.setHeightForWidth(self.rows.sizePolicy().hasHeightForWidth())
        self.rows.setSizePolicy(sizePolicy1)

        self.column.addWidget(self.rows)

        self.detail = QPlainTextEdit(ReportDialog)
        self.detail.setObjectName(u"detail")
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(2)
        sizePolicy2.setHeightForWidth(self.detail.sizePolicy().hasHeightForWidth())
        self.detail.setSizePolicy(sizePolicy2)

        self.column.addWidget(self.detail)

        self.note = QLabel(ReportDialog)
        self.note.setObjectName(u"note")
        self.note.setWordWrap(True)

        self.column.addWidget(self.note)

        self.foot = QHBoxLayout()
        self.foot.setObjectName(u"foot")
        self.open = QPushButton(ReportDialog)
        self.open.setObjectName(u"open")

        self.foot.addWidget(self.open)

        self.space = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.space)

        self.copy = QPushButton(ReportDialog)
        self.copy.setObjectName(u"copy")

        self.foot.addWidget(self.copy)

        self.save = QPushButton(ReportDialog)
        self.save.setObjectName(u"save")

        self.foot.addWidget(self.save)

        self.leave = QPushButton(ReportDialog)
        self.leave.setObjectName(u"leave")

        self.foot.addWidget(self.leave)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.sideLabel.setBuddy(self.side)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReportDialog)
        self.leave.clicked.connect(ReportDialog.reject)

        QMetaObject.connectSlotsByName(ReportDialog)
    # setupUi

    def retranslateUi(self, ReportDialog):
        ReportDialog.setWindowTitle(QCoreApplication.translate("ReportDialog", u"Check a brief", None))
        self.sideLabel.setText(QCoreApplication.translate("ReportDialog", u"&Brief", None))
#if QT_CONFIG(accessibility)
        self.side.setAccessibleName(QCoreApplication.translate("ReportDialog", u"Brief", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.rows.setAccessibleName(QCoreApplication.translate("ReportDialog", u"Cards and claims of the brief", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.detail.setAccessibleName(QCoreApplication.translate("ReportDialog", u"What was found", None))
#endif // QT_CONFIG(accessibility)
        self.note.setText(QCoreApplication.translate("ReportDialog", u"These are hints for people: none of them keeps a brief from being printed.", None))
        self.open.setText(QCoreApplication.translate("ReportDialog", u"&Open the card", None))
        self.copy.setText(QCoreApplication.translate("ReportDialog", u"&Copy as text", None))
        self.save.setText(QCoreApplication.translate("ReportDialog", u"&Save as text\u2026", None))
        self.leave.setText(QCoreApplication.translate("ReportDialog", u"Close", None))
    # retranslateUi

