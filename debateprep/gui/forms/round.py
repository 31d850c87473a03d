# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'round.ui'
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
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_RoundDialog(object):
    def setupUi(self, RoundDialog):
        if not RoundDialog.objectName():
            RoundDialog.setObjectName(u"RoundDialog")
        RoundDialog.resize(560, 360)
        self.column = QVBoxLayout(RoundDialog)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(20, 18, 20, 16)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(8)
        self.form.setRowWrapPolicy(QFormLayout.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.AllNonFixedFieldsGrow)
        self.nameLabel = QLabel(RoundDialog)
        self.nameLabel.setObjectName(u"nameLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.nameLabel)

        self.name = QLineEdit(RoundDialog)
        self.name.setObjectName(u"name")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.name)

        self.sideLabel = QLabel(RoundDialog)
        self.sideLabel.setObjectName(u"sideLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.sideLabel)

        self.side = QComboBox(RoundDialog)
        self.side.setObjectName(u"side")
        self.side.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.side.setMinimumContentsLength(16)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.side.sizePolicy().hasHeightForWidth())
        self.side.setSizePolicy(sizePolicy)

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.side)

        self.opponentLabel = QLabel(RoundDialog)
        self.opponentLabel.setObjectName(u"opponentLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.opponentLabel)

        self.opponent = QLineEdit(RoundDialog)
        self.opponent.setObjectName(u"opponent")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.opponent)

        self.tournamentLabel = QLabel(RoundDialog)
        self.tournamentLabel.setObjectName(u"tournamentLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.tournamentLabel)

        self.tournament = QLineEdit(RoundDialog)
        self.tournament.setObjectName(u"tournament")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.tournament)

        self.judgeLabel = QLabel(RoundDialog)
        self.judgeLabel.setObjectName(u"judgeLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.judgeLabel)

        self.judge = QLineEdit(RoundDialog)
        self.judge.setObjectName(u"judge")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.judge)

        self.heldLabel = QLabel(RoundDialog)
        self.heldLabel.setObjectName(u"heldLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.heldLabel)

        self.held = QLineEdit(RoundDialog)
        self.held.setObjectName(u"held")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.held)

        self.notesLabel = QLabel(RoundDialog)
        self.notesLabel.setObjectName(u"notesLabel")

        self.form.setWidget(6, QFormLayout.ItemRole.LabelRole, self.notesLabel)

        self.notes = QLineEdit(RoundDialog)
        self.notes.setObjectName(u"notes")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.notes)


        self.column.addLayout(self.form)

        self.space = QSpacerItem(10, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.space)

        self.buttons = QDialogButtonBox(RoundDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.Cancel|QDialogButtonBox.Ok)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.nameLabel.setBuddy(self.name)
        self.sideLabel.setBuddy(self.side)
        self.opponentLabel.setBuddy(self.opponent)
        self.tournamentLabel.setBuddy(self.tournament)
        self.judgeLabel.setBuddy(self.judge)
        self.heldLabel.setBuddy(self.held)
        self.notesLabel.setBuddy(self.notes)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(RoundDialog)
        self.buttons.accepted.connect(RoundDialog.accept)
        self.buttons.rejected.connect(RoundDialog.reject)

        QMetaObject.connectSlotsByName(RoundDialog)
    # setupUi

    def retranslateUi(self, RoundDialog):
        RoundDialog.setWindowTitle(QCoreApplication.translate("RoundDialog", u"Edit round", None))
        self.nameLabel.setText(QCoreApplication.translate("RoundDialog", u"&Name", None))
        self.name.setPlaceholderText(QCoreApplication.translate("RoundDialog", u"as \u201cRound 3\u201d", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("RoundDialog", u"Name", None))
#endif // QT_CONFIG(accessibility)
        self.sideLabel.setText(QCoreApplication.translate("RoundDialog", u"Our &side", None))
#if QT_CONFIG(accessibility)
        self.side.setAccessibleName(QCoreApplication.translate("RoundDialog", u"Our side", None))
#endif // QT_CONFIG(accessibility)
        self.opponentLabel.setText(QCoreApplication.translate("RoundDialog", u"O&pponent", None))
#if QT_CONFIG(accessibility)
        self.opponent.setAccessibleName(QCoreApplication.translate("RoundDialog", u"Opponent", None))
#endif // QT_CONFIG(accessibility)
        self.tournamentLabel.setText(QCoreApplication.translate("RoundDialog", u"&Tournament", None))
#if QT_CONFIG(accessibility)
        self.tournament.setAccessibleName(QCoreApplication.translate("RoundDialog", u"Tournament", None))
#endif // QT_CONFIG(accessibility)
        self.judgeLabel.setText(QCoreApplication.translate("RoundDialog", u"&Judge", None))
#if QT_CONFIG(accessibility)
        self.judge.setAccessibleName(QCoreApplication.translate("RoundDialog", u"Judge", None))
#endif // QT_CONFIG(accessibility)
        self.heldLabel.setText(QCoreApplication.translate("RoundDialog", u"&Day", None))
        self.held.setPlaceholderText(QCoreApplication.translate("RoundDialog", u"as 2026-03-07, or 2026-03", None))
#if QT_CONFIG(accessibility)
        self.held.setAccessibleName(QCoreApplication.translate("RoundDialog", u"Day", None))
#endif // QT_CONFIG(accessibility)
        self.notesLabel.setText(QCoreApplication.translate("RoundDialog", u"N&otes", None))
#if QT_CONFIG(accessibility)
        self.notes.setAccessibleName(QCoreApplication.translate("RoundDialog", u"Notes", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

