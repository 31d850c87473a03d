# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'heard.ui'
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
from PySide6.QtWidgets import (QAbstractButton, QApplication, QCheckBox, QComboBox,
    QDialog, QDialogButtonBox, QFormLayout, QLabel,
    QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_HeardDialog(object):
    def setupUi(self, HeardDialog):
        if not HeardDialog.objectName():
            HeardDialog.setObjectName(u"HeardDialog")
        HeardDialog.resize(560, 360)
        self.column = QVBoxLayout(HeardDialog)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(20, 18, 20, 16)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(8)
        self.form.setRowWrapPolicy(QFormLayout.WrapLongRows)
        self.form.setFieldGrowthPolicy(QFormLayout.AllNonFixedFieldsGrow)
        self.roundLabel = QLabel(HeardDialog)
        self.roundLabel.setObjectName(u"roundLabel")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.roundLabel)

        self.round = QComboBox(HeardDialog)
        self.round.setObjectName(u"round")
        self.round.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.round.setMinimumContentsLength(16)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.round.sizePolicy().hasHeightForWidth())
        self.round.setSizePolicy(sizePolicy)

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.round)

        self.nameLabel = QLabel(HeardDialog)
        self.nameLabel.setObjectName(u"nameLabel")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.nameLabel)

        self.name = QLineEdit(HeardDialog)
        self.name.setObjectName(u"name")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.name)

        self.sideLabel = QLabel(HeardDialog)
        self.sideLabel.setObjectName(u"sideLabel")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.sideLabel)

        self.side = QComboBox(HeardDialog)
        self.side.setObjectName(u"side")
        self.side.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.side.setMinimumContentsLength(16)
        sizePolicy.setHeightForWidth(self.side.sizePolicy().hasHeightForWidth())
        self.side.setSizePolicy(sizePolicy)

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.side)

        self.opponentLabel = QLabel(HeardDialog)
        self.opponentLabel.setObjectName(u"opponentLabel")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.opponentLabel)

        self.opponent = QLineEdit(HeardDialog)
        self.opponent.setObjectName(u"opponent")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.opponent)

        self.argumentLabel = QLabel(HeardDialog)
        self.argumentLabel.setObjectName(u"argumentLabel")

        self.form.setWidget(4, QFormLayout.ItemRole.LabelRole, self.argumentLabel)

        self.argument = QComboBox(HeardDialog)
        self.argument.setObjectName(u"argument")
        self.argument.setEditable(True)
        self.argument.setInsertPolicy(QComboBox.NoInsert)
        self.argument.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.argument.setMinimumContentsLength(16)
        sizePolicy.setHeightForWidth(self.argument.sizePolicy().hasHeightForWidth())
        self.argument.setSizePolicy(sizePolicy)

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.argument)

        self.answerLabel = QLabel(HeardDialog)
        self.answerLabel.setObjectName(u"answerLabel")

        self.form.setWidget(5, QFormLayout.ItemRole.LabelRole, self.answerLabel)

        self.answer = QComboBox(HeardDialog)
        self.answer.setObjectName(u"answer")
        self.answer.setEditable(True)
        self.answer.setInsertPolicy(QComboBox.NoInsert)
        self.answer.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.answer.setMinimumContentsLength(16)
        sizePolicy.setHeightForWidth(self.answer.sizePolicy().hasHeightForWidth())
        self.answer.setSizePolicy(sizePolicy)

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.answer)

        self.keep = QCheckBox(HeardDialog)
        self.keep.setObjectName(u"keep")
        self.keep.setChecked(True)

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.keep)

        self.outcomeLabel = QLabel(HeardDialog)
        self.outcomeLabel.setObjectName(u"outcomeLabel")

        self.form.setWidget(7, QFormLayout.ItemRole.LabelRole, self.outcomeLabel)

        self.outcome = QComboBox(HeardDialog)
        self.outcome.setObjectName(u"outcome")
        self.outcome.setSizeAdjustPolicy(QComboBox.AdjustToMinimumContentsLengthWithIcon)
        self.outcome.setMinimumContentsLength(16)
        sizePolicy.setHeightForWidth(self.outcome.sizePolicy().hasHeightForWidth())
        self.outcome.setSizePolicy(sizePolicy)

        self.form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.outcome)

        self.notesLabel = QLabel(HeardDialog)
        self.notesLabel.setObjectName(u"notesLabel")

        self.form.setWidget(8, QFormLayout.ItemRole.LabelRole, self.notesLabel)

        self.notes = QLineEdit(HeardDialog)
        self.notes.setObjectName(u"notes")

        self.form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.notes)


        self.column.addLayout(self.form)

        self.space = QSpacerItem(10, 4, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.column.addItem(self.space)

        self.buttons = QDialogButtonBox(HeardDialog)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setStandardButtons(QDialogButtonBox.Cancel|QDialogButtonBox.Ok)

        self.column.addWidget(self.buttons)

#if QT_CONFIG(shortcut)
        self.roundLabel.setBuddy(self.round)
        self.nameLabel.setBuddy(self.name)
        self.sideLabel.setBuddy(self.side)
        self.opponentLabel.setBuddy(self.opponent)
        self.argumentLabel.setBuddy(self.argument)
        self.answerLabel.setBuddy(self.answer)
        self.outcomeLabel.setBuddy(self.outcome)
        self.notesLabel.setBuddy(self.notes)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(HeardDialog)
        self.buttons.accepted.connect(HeardDialog.accept)
        self.buttons.rejected.connect(HeardDialog.reject)

        QMetaObject.connectSlotsByName(HeardDialog)
    # setupUi

    def retranslateUi(self, HeardDialog):
        HeardDialog.setWindowTitle(QCoreApplication.translate("HeardDialog", u"Record an argument heard", None))
        self.roundLabel.setText(QCoreApplication.translate("HeardDialog", u"&Round", None))
#if QT_CONFIG(accessibility)
        self.round.setAccessibleName(QCoreApplication.translate("HeardDialog", u"Round", None))
#endif // QT_CONFIG(accessibility)
        self.nameLabel.setText(QCoreApplication.translate("HeardDialog", u"&Name", None))
        self.name.setPlaceholderText(QCoreApplication.translate("HeardDialog", u"as \u201cRound 3\u201d", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("HeardDialog", u"Name", None))
#endif // QT_CONFIG(accessibility)
        self.sideLabel.setText(QCoreApplication.translate("HeardDialog", u"Our &side", None))
#if QT_CONFIG(accessibility)
        self.side.setAccessibleName(QCoreApplication.translate("HeardDialog", u"Our side", None))
#endif // QT_CONFIG(accessibility)
        self.opponentLabel.setText(QCoreApplication.translate("HeardDialog", u"O&pponent", None))
        self.opponent.setPlaceholderText(QCoreApplication.translate("HeardDialog", u"optional", None))
#if QT_CONFIG(accessibility)
        self.opponent.setAccessibleName(QCoreApplication.translate("HeardDialog", u"Opponent", None))
#endif // QT_CONFIG(accessibility)
        self.argumentLabel.setText(QCoreApplication.translate("HeardDialog", u"They &argued", None))
#if QT_CONFIG(accessibility)
        self.argument.setAccessibleName(QCoreApplication.translate("HeardDialog", u"They argued", None))
#endif // QT_CONFIG(accessibility)
        self.answerLabel.setText(QCoreApplication.translate("HeardDialog", u"&We answered", None))
#if QT_CONFIG(accessibility)
        self.answer.setAccessibleName(QCoreApplication.translate("HeardDialog", u"We answered", None))
#endif // QT_CONFIG(accessibility)
        self.keep.setText(QCoreApplication.translate("HeardDialog", u"&Keep a new answer as an argument of ours", None))
        self.outcomeLabel.setText(QCoreApplication.translate("HeardDialog", u"&Did it work?", None))
#if QT_CONFIG(accessibility)
        self.outcome.setAccessibleName(QCoreApplication.translate("HeardDialog", u"Did it work?", None))
#endif // QT_CONFIG(accessibility)
        self.notesLabel.setText(QCoreApplication.translate("HeardDialog", u"No&tes", None))
        self.notes.setPlaceholderText(QCoreApplication.translate("HeardDialog", u"optional", None))
#if QT_CONFIG(accessibility)
        self.notes.setAccessibleName(QCoreApplication.translate("HeardDialog", u"Notes", None))
#endif // QT_CONFIG(accessibility)
    # retranslateUi

