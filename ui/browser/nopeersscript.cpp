// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/nopeersscript.h"

#include <QWebEngineScript>

using namespace Qt::Literals::StringLiterals;

namespace ui {

QWebEngineScript noPeersScript()
{
    QWebEngineScript script;
    script.setName(u"no peers"_s);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setWorldId(QWebEngineScript::MainWorld); // the page's own constructors
    script.setRunsOnSubFrames(true);
    script.setSourceCode(u"for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) delete window[name];"_s);
    return script;
}

} // namespace ui
