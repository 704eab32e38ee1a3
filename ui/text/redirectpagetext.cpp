// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/redirectpagetext.h"

#include <QCoreApplication>

namespace ui {

core::RedirectPageText redirectPageText()
{
    core::RedirectPageText text;
    //: The code of the language that this page is translated to (BCP 47)
    text.language = QCoreApplication::translate("ui::RedirectPage", "en");
    text.received = QCoreApplication::translate(
        "ui::RedirectPage", "Your answer has arrived. You can close this page and go back to Lectern.");
    text.refused = QCoreApplication::translate("ui::RedirectPage",
                                               "The provider did not sign you in. Go back to Lectern to see why.");
    text.signedOut = QCoreApplication::translate("ui::RedirectPage",
                                                 "You are signed out. You can close this page and go back to Lectern.");
    text.unexpected =
        QCoreApplication::translate("ui::RedirectPage", "This page does not belong to a sign-in that is going on.");
    return text;
}

} // namespace ui
