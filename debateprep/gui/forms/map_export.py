# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'map_export.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QApplication, QComboBox, QDialog,
    QDialogButtonBox, QFormLayout, QLabel, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_MapExportDialog(object):
    def setupUi(self, MapExportDialog):
        if not MapExportDialog.objectName():
            MapExportDialog.setObjectName(u"MapExportDialog")
        MapExportDialog.resize(520, 260)
        self.column = QVBoxLayout(MapExportDialog)
        self.column.setObjectName(u"column")
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setRowWrapPolicy(QFormLayout.WrapLongRows)
        self.formatLabel = QLabel(MapExportDialog)
        self.formatLabel.setObjectName(u"formatLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.formatLabel)

        self.format = QComboBox(MapExportDialog)
        self.format.setObjectName(u"format")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.format)

        self.partLabel = QLabel(MapExportDialog)
        self.partLabel.setObjectName(u"partLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.partLabel)

        self.part = QComboBox(MapExportDialog)
        self.part.setObjectName(u"part")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.part)

        self.fitLabel = QLabel(MapExportDialog)
        self.fitLabel.setObjectName(u"fitLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.fitLabel)

        self.fit = QComboBox(MapExportDialog)
        self.fit.setObjectName(u"fit")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.fit)

        self.paperLabel = QLabel(MapExportDialog)
        self.paperLabel.setObjectName(u"paperLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.paperLabel)

        self.paper = QComboBox(MapExportDialog)
        self.paper.setObjectName(u"paper")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.paper)

        self.scaleLabel = QLabel(MapExportDialog)
        self.scaleLabel.setObjectName(u"scaleLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.scaleLabel)

        self.scale = QComboBox(MapExportDialog)
        self.scale.setObjectName(u"scale")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.scale)


        self.column.addLayout(self.form)

        self.told = QLabel(MapExportDialog)
        self.told.setObjectName(u"told")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.PlainText)

        self.column.addWidget(self.told)

        self.space = QSpacerItem(10, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.space)

        self.buttons = QDialogButtonBox(MapExportDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.Cancel|QDialogButtonBox.Save)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.formatLabel.setBuddy(self.format)
        self.partLabel.setBuddy(self.part)
        self.fitLabel.setBuddy(self.fit)
        self.paperLabel.setBuddy(self.paper)
        self.scaleLabel.setBuddy(self.scale)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(MapExportDialog)
        self.buttons.rejected.connect(MapExportDialog.reject)

        QMetaObject.connectSlotsByName(MapExportDialog)
    # setupUi

    def retranslateUi(self, MapExportDialog):
        MapExportDialog.setWindowTitle(QCoreApplication.translate("MapExportDialog", u"Export map", None))
        self.formatLabel.setText(QCoreApplication.translate("MapExportDialog", u"&File", None))
#if QT_CONFIG(accessibility)
        self.format.setAccessibleName(QCoreApplication.translate("MapExportDialog", u"File", None))
#endif // QT_CONFIG(accessibility)
        self.partLabel.setText(QCoreApplication.translate("MapExportDialog", u"&Show", None))
#if QT_CONFIG(accessibility)
        self.part.setAccessibleName(QCoreApplication.translate("MapExportDialog", u"Show", None))
#endif // QT_CONFIG(accessibility)
        self.fitLabel.setText(QCoreApplication.translate("MapExportDialog", u"&Pages", None))
#if QT_CONFIG(accessibility)
        self.fit.setAccessibleName(QCoreApplication.translate("MapExportDialog", u"Pages", None))
#endif // QT_CONFIG(accessibility)
        self.paperLabel.setText(QCoreApplication.translate("MapExportDialog", u"P&aper", None))
#if QT_CONFIG(accessibility)
        self.paper.setAccessibleName(QCoreApplication.translate("MapExportDialog", u"Paper", None))
#endif // QT_CONFIG(accessibility)
        self.scaleLabel.setText(QCoreApplication.translate("MapExportDialog", u"S&cale", None))
#if QT_CONFIG(accessibility)
        self.scale.setAccessibleName(QCoreApplication.translate("MapExportDialog", u"Scale", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

