# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'works.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QHBoxLayout,
    QLabel, QPushButton, QSizePolicy, QSpacerItem,
    QTextEdit, QVBoxLayout, QWidget)

class Ui_WorksDialog(object):
    def setupUi(self, WorksDialog):
        if not WorksDialog.objectName():
            WorksDialog.setObjectName(u"WorksDialog")
        WorksDialog.resize(700, 540)
        self.column = QVBoxLayout(WorksDialog)
        self.column.setObjectName(u"column")
        self.top = QHBoxLayout()
        self.top.setObjectName(u"top")
        self.styleLabel = QLabel(WorksDialog)
        self.styleLabel.setObjectName(u"styleLabel")

        self.top.addWidget(self.styleLabel)

        self.style = QComboBox(WorksDialog)
        self.style.setObjectName(u"style")

        self.top.addWidget(self.style)

        self.sideLabel = QLabel(WorksDialog)
        self.sideLabel.setObjectName(u"sideLabel")

        self.top.addWidget(self.sideLabel)

        self.side = QComboBox(WorksDialog)
        self.side.setObjectName(u"side")

        self.top.addWidget(self.side)

        self.room = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.top.addItem(self.room)


        self.column.addLayout(self.top)

        self.works = QTextEdit(WorksDialog)
        self.works.setObjectName(u"works")
        self.works.setReadOnly(True)
        self.works.setTabChangesFocus(True)

        self.column.addWidget(self.works)

        self.hints = QLabel(WorksDialog)
        self.hints.setObjectName(u"hints")
        self.hints.setWordWrap(True)

        self.column.addWidget(self.hints)

        self.foot = QHBoxLayout()
        self.foot.setObjectName(u"foot")
        self.bring = QPushButton(WorksDialog)
        self.bring.setObjectName(u"bring")

        self.foot.addWidget(self.bring)

        self.save = QPushButton(WorksDialog)
        self.save.setObjectName(u"save")

        self.foot.addWidget(self.save)

        self.space = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.space)

        self.copy = QPushButton(WorksDialog)
        self.copy.setObjectName(u"copy")

        self.foot.addWidget(self.copy)

        self.leave = QPushButton(WorksDialog)
        self.leave.setObjectName(u"leave")

        self.foot.addWidget(self.leave)


        self.column.addLayout(self.foot)

#if QT_CONFIG(shortcut)
        self.styleLabel.setBuddy(self.style)
        self.sideLabel.setBuddy(self.side)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(WorksDialog)
        self.leave.clicked.connect(WorksDialog.reject)

        QMetaObject.connectSlotsByName(WorksDialog)
    # setupUi

    def retranslateUi(self, WorksDialog):
        WorksDialog.setWindowTitle(QCoreApplication.translate("WorksDialog", u"Works cited and references", None))
        self.styleLabel.setText(QCoreApplication.translate("WorksDialog", u"S&tyle", None))
#if QT_CONFIG(accessibility)
        self.style.setAccessibleName(QCoreApplication.translate("WorksDialog", u"Style", None))
#endif // QT_CONFIG(accessibility)
        self.sideLabel.setText(QCoreApplication.translate("WorksDialog", u"&Of", None))
#if QT_CONFIG(accessibility)
        self.side.setAccessibleName(QCoreApplication.translate("WorksDialog", u"Of which brief", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.works.setAccessibleName(QCoreApplication.translate("WorksDialog", u"Works cited", None))
#endif // QT_CONFIG(accessibility)
        self.bring.setText(QCoreApplication.translate("WorksDialog", u"&Import references\u2026", None))
        self.save.setText(QCoreApplication.translate("WorksDialog", u"&Save references\u2026", None))
        self.copy.setText(QCoreApplication.translate("WorksDialog", u"&Copy the list", None))
        self.leave.setText(QCoreApplication.translate("WorksDialog", u"Close", None))
    # retranslateUi

