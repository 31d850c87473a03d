# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'topic.ui'
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
    QDialogButtonBox, QFormLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QSpinBox, QVBoxLayout,
    QWidget)

class Ui_TopicDialog(object):
    def setupUi(self, TopicDialog):
        if not TopicDialog.objectName():
            TopicDialog.setObjectName(u"TopicDialog")
        TopicDialog.resize(560, 380)
        self.column = QVBoxLayout(TopicDialog)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(20, 18, 20, 16)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(10)
        self.form.setRowWrapPolicy(QFormLayout.WrapLongRows)
        self.resolutionLabel = QLabel(TopicDialog)
        self.resolutionLabel.setObjectName(u"resolutionLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.resolutionLabel)

        self.resolution = QLineEdit(TopicDialog)
        self.resolution.setObjectName(u"resolution")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.resolution)

        self.nameLabel = QLabel(TopicDialog)
        self.nameLabel.setObjectName(u"nameLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.nameLabel)

        self.name = QLineEdit(TopicDialog)
        self.name.setObjectName(u"name")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.name)

        self.formatLabel = QLabel(TopicDialog)
        self.formatLabel.setObjectName(u"formatLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.formatLabel)

        self.format = QComboBox(TopicDialog)
        self.format.setObjectName(u"format")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.format)

        self.templateLabel = QLabel(TopicDialog)
        self.templateLabel.setObjectName(u"templateLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.templateLabel)

        self.template_ = QComboBox(TopicDialog)
        self.template_.setObjectName(u"template_")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.template_)

        self.proLabel = QLabel(TopicDialog)
        self.proLabel.setObjectName(u"proLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.proLabel)

        self.pro = QLineEdit(TopicDialog)
        self.pro.setObjectName(u"pro")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.pro)

        self.conLabel = QLabel(TopicDialog)
        self.conLabel.setObjectName(u"conLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.conLabel)

        self.con = QLineEdit(TopicDialog)
        self.con.setObjectName(u"con")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.con)

        self.sinceLabel = QLabel(TopicDialog)
        self.sinceLabel.setObjectName(u"sinceLabel")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.sinceLabel)

        self.since = QSpinBox(TopicDialog)
        self.since.setObjectName(u"since")
        self.since.setMaximum(2200)

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.since)


        self.column.addLayout(self.form)

        self.space = QSpacerItem(10, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.space)

        self.buttons = QDialogButtonBox(TopicDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.Cancel|QDialogButtonBox.Ok)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.resolutionLabel.setBuddy(self.resolution)
        self.nameLabel.setBuddy(self.name)
        self.formatLabel.setBuddy(self.format)
        self.templateLabel.setBuddy(self.template_)
        self.proLabel.setBuddy(self.pro)
        self.conLabel.setBuddy(self.con)
        self.sinceLabel.setBuddy(self.since)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(TopicDialog)
        self.buttons.accepted.connect(TopicDialog.accept)
        self.buttons.rejected.connect(TopicDialog.reject)

        QMetaObject.connectSlotsByName(TopicDialog)
    # setupUi

    def retranslateUi(self, TopicDialog):
        TopicDialog.setWindowTitle(QCoreApplication.translate("TopicDialog", u"New topic", None))
        self.resolutionLabel.setText(QCoreApplication.translate("TopicDialog", u"&Resolution", None))
        self.resolution.setPlaceholderText(QCoreApplication.translate("TopicDialog", u"Resolved: \u2026", None))
#if QT_CONFIG(accessibility)
        self.resolution.setAccessibleName(QCoreApplication.translate("TopicDialog", u"Resolution", None))
#endif // QT_CONFIG(accessibility)
        self.nameLabel.setText(QCoreApplication.translate("TopicDialog", u"Short &name", None))
        self.name.setPlaceholderText(QCoreApplication.translate("TopicDialog", u"optional", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("TopicDialog", u"Short name", None))
#endif // QT_CONFIG(accessibility)
        self.formatLabel.setText(QCoreApplication.translate("TopicDialog", u"&Format", None))
#if QT_CONFIG(accessibility)
        self.format.setAccessibleName(QCoreApplication.translate("TopicDialog", u"Format", None))
#endif // QT_CONFIG(accessibility)
        self.templateLabel.setText(QCoreApplication.translate("TopicDialog", u"&Begin with", None))
#if QT_CONFIG(accessibility)
        self.template_.setAccessibleName(QCoreApplication.translate("TopicDialog", u"Begin with", None))
#endif // QT_CONFIG(accessibility)
        self.proLabel.setText(QCoreApplication.translate("TopicDialog", u"\u25a0 &Pro stands for", None))
        self.pro.setPlaceholderText(QCoreApplication.translate("TopicDialog", u"a few words, optional", None))
#if QT_CONFIG(accessibility)
        self.pro.setAccessibleName(QCoreApplication.translate("TopicDialog", u"Pro stands for", None))
#endif // QT_CONFIG(accessibility)
        self.conLabel.setText(QCoreApplication.translate("TopicDialog", u"\u25cb &Con stands for", None))
        self.con.setPlaceholderText(QCoreApplication.translate("TopicDialog", u"a few words, optional", None))
#if QT_CONFIG(accessibility)
        self.con.setAccessibleName(QCoreApplication.translate("TopicDialog", u"Con stands for", None))
#endif // QT_CONFIG(accessibility)
        self.sinceLabel.setText(QCoreApplication.translate("TopicDialog", u"Evidence is &old before", None))
#if QT_CONFIG(accessibility)
        self.since.setAccessibleName(QCoreApplication.translate("TopicDialog", u"Evidence is old before the year", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

