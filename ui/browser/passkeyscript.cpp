// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/passkeyscript.h"

#include <QWebEngineScript>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

// A page's field that fills itself in asks with mediation "conditional", and goes on without an answer. A frame of
// somebody else's may ask only where the page lets it (Web Authentication, 5.10).
constexpr auto source = R"js((() => {
    'use strict';
    const container = window.CredentialsContainer && CredentialsContainer.prototype;
    if (!container || !window.PublicKeyCredential)
        return;
    const say = console.info.bind(console);
    const apply = Reflect.apply;
    const policy = document.featurePolicy;
    const mayAsk = () => window === window.top || policy && policy.allowsFeature('publickey-credentials-get');
    const look = options => {
        if (options && options.publicKey && options.mediation !== 'conditional' && mayAsk())
            say('%1');
    };
    const { get, create } = container;
    Object.assign(container, {
        get(...given) { look(given[0]); return apply(get, this, given); },
        create(...given) { look(given[0]); return apply(create, this, given); },
    });
})();)js"_L1;

} // namespace

QWebEngineScript passkeyScript(const QString &sign)
{
    QWebEngineScript script;
    script.setName(u"passkeys"_s);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setWorldId(QWebEngineScript::MainWorld); // where the page's own calls are
    script.setRunsOnSubFrames(true);
    script.setSourceCode(QString(source).arg(sign));
    return script;
}

} // namespace ui
