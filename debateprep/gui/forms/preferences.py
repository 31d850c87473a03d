# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'preferences.ui'
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
    QDialogButtonBox, QFormLayout, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QSpinBox, QVBoxLayout, QWidget)

class Ui_PreferencesDialog(object):
    def setupUi(self, PreferencesDialog):
        if not PreferencesDialog.objectName():
            PreferencesDialog.setObjectName(u"PreferencesDialog")
        PreferencesDialog.resize(560, 320)
        self.column = QVBoxLayout(PreferencesDialog)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(20, 18, 20, 16)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(10)
        self.form.setRowWrapPolicy(QFormLayout.WrapLongRows)
        self.themeLabel = QLabel(PreferencesDialog)
        self.themeLabel.setObjectName(u"themeLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.themeLabel)

        self.theme = QComboBox(PreferencesDialog)
        self.theme.setObjectName(u"theme")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.theme)

        self.sizeLabel = QLabel(PreferencesDialog)
        self.sizeLabel.setObjectName(u"sizeLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.sizeLabel)

        self.size = QSpinBox(PreferencesDialog)
        self.size.setObjectName(u"size")
        self.size.setMinimum(80)
        self.size.setMaximum(200)
        self.size.setSingleStep(10)

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.size)

        self.speedLabel = QLabel(PreferencesDialog)
        self.speedLabel.setObjectName(u"speedLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.speedLabel)

        self.speed = QSpinBox(PreferencesDialog)
        self.speed.setObjectName(u"speed")
        self.speed.setMinimum(60)
        self.speed.setMaximum(500)
        self.speed.setSingleStep(10)

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.speed)

        self.nameLabel = QLabel(PreferencesDialog)
        self.nameLabel.setObjectName(u"nameLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.nameLabel)

        self.name = QLineEdit(PreferencesDialog)
        self.name.setObjectName(u"name")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.name)

        self.schoolLabel = QLabel(PreferencesDialog)
        self.schoolLabel.setObjectName(u"schoolLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.schoolLabel)

        self.school = QLineEdit(PreferencesDialog)
        self.school.setObjectName(u"school")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.school)

        self.libraryLabel = QLabel(PreferencesDialog)
        self.libraryLabel.setObjectName(u"libraryLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.libraryLabel)

        self.place = QHBoxLayout()
        self.place.setSpacing(8)
        self.place.setObjectName(u"place")
        self.library = QLineEdit(PreferencesDialog)
        self.library.setObjectName(u"library")
        self.library.setReadOnly(True)

        self.place.addWidget(self.library)

        self.choose = QPushButton(PreferencesDialog)
        self.choose.setObjectName(u"choose")

        self.place.addWidget(self.choose)


        self.form.setLayout(5, QFormLayout.ItemRole.FieldRole, self.place)


        self.column.addLayout(self.form)

        self.space = QSpacerItem(10, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.space)

        self.buttons = QDialogButtonBox(PreferencesDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.Close)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.themeLabel.setBuddy(self.theme)
        self.sizeLabel.setBuddy(self.size)
        self.speedLabel.setBuddy(self.speed)
        self.nameLabel.setBuddy(self.name)
        self.schoolLabel.setBuddy(self.school)
        self.libraryLabel.setBuddy(self.library)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(PreferencesDialog)
        self.buttons.rejected.connect(PreferencesDialog.close)

        QMetaObject.connectSlotsByName(PreferencesDialog)
    # setupUi

    def retranslateUi(self, PreferencesDialog):
        PreferencesDialog.setWindowTitle(QCoreApplication.translate("PreferencesDialog", u"Preferences", None))
        self.themeLabel.setText(QCoreApplication.translate("PreferencesDialog", u"&Theme", None))
#if QT_CONFIG(accessibility)
        self.theme.setAccessibleName(QCoreApplication.translate("PreferencesDialog", u"Theme", None))
#endif // QT_CONFIG(accessibility)
        self.sizeLabel.setText(QCoreApplication.translate("PreferencesDialog", u"Text &size", None))
#if QT_CONFIG(accessibility)
        self.size.setAccessibleName(QCoreApplication.translate("PreferencesDialog", u"Text size", None))
#endif // QT_CONFIG(accessibility)
        self.size.setSuffix(QCoreApplication.translate("PreferencesDialog", u" %", None))
        self.speedLabel.setText(QCoreApplication.translate("PreferencesDialog", u"Reading &speed", None))
#if QT_CONFIG(accessibility)
        self.speed.setAccessibleName(QCoreApplication.translate("PreferencesDialog", u"Reading speed", None))
#endif // QT_CONFIG(accessibility)
        self.speed.setSuffix(QCoreApplication.translate("PreferencesDialog", u" words a minute", None))
        self.nameLabel.setText(QCoreApplication.translate("PreferencesDialog", u"Your &name", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("PreferencesDialog", u"Your name", None))
#endif // QT_CONFIG(accessibility)
        self.name.setPlaceholderText(QCoreApplication.translate("PreferencesDialog", u"printed in the page header, if you like", None))
        self.schoolLabel.setText(QCoreApplication.translate("PreferencesDialog", u"S&chool or team", None))
#if QT_CONFIG(accessibility)
        self.school.setAccessibleName(QCoreApplication.translate("PreferencesDialog", u"School or team", None))
#endif // QT_CONFIG(accessibility)
        self.school.setPlaceholderText(QCoreApplication.translate("PreferencesDialog", u"printed in the page header, if you like", None))
        self.libraryLabel.setText(QCoreApplication.translate("PreferencesDialog", u"&Library", None))
#if QT_CONFIG(accessibility)
        self.library.setAccessibleName(QCoreApplication.translate("PreferencesDialog", u"Library", None))
#endif // QT_CONFIG(accessibility)
        self.choose.setText(QCoreApplication.translate("PreferencesDialog", u"C&hoose\u2026", None))
    # retranslateUi

