// SPDX-License-Identifier: GPL-3.0-or-later
// What signing in and refreshing cost on this side: against a provider on the loopback that answers at once, without a
// window, with a keychain in memory. The provider's own work (its signatures) is measured and taken out.
#include "tests/robustness/identity/adversary.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

namespace {

constexpr int rounds = 101;

struct Sample {
    double whole; // ms
    double own; // without the provider's work
};

// Runs it as often as a median needs; false from it is a failure, and ends the program.
std::vector<Sample> measured(Adversary &f, const std::function<bool()> &work)
{
    std::vector<Sample> samples;
    for (int i = 0; i < rounds; ++i) {
        const auto busy = f.op.server.busy();
        const auto begin = Clock::now();
        if (!work())
            qFatal("what was to be measured failed");
        const Milliseconds whole = Clock::now() - begin;
        const Milliseconds provider = f.op.server.busy() - busy;
        samples.push_back({whole.count(), (whole - provider).count()});
    }
    return samples;
}

double percentile(std::vector<Sample> samples, double Sample::*which, double part)
{
    std::sort(samples.begin(), samples.end(),
              [which](const Sample &a, const Sample &b) { return a.*which < b.*which; });
    return samples.at(static_cast<std::size_t>(part * static_cast<double>(samples.size() - 1))).*which;
}

class Table
{
public:
    explicit Table(double get)
        : m_get(get)
    {
        std::array<double, 3> load{};
        (void)getloadavg(load.data(), static_cast<int>(load.size()));
        m_out << u"load average %1 %2 %3\n"_s.arg(load[0]).arg(load[1]).arg(load[2]);
        m_out << u"%1 %2 %3 %4 %5 %6\n"_s.arg(u"median of %1"_s.arg(rounds), -44)
                     .arg(u"own ms"_s, 9)
                     .arg(u"p95"_s, 9)
                     .arg(u"whole ms"_s, 9)
                     .arg(u"x GET"_s, 7)
                     .arg(u"target ms"_s, 10);
    }

    void row(const QString &name, const std::vector<Sample> &samples, const QString &target)
    {
        const double own = percentile(samples, &Sample::own, 0.5);
        m_out << u"%1 %2 %3 %4 %5 %6\n"_s.arg(name, -44)
                     .arg(own, 9, 'f', 2)
                     .arg(percentile(samples, &Sample::own, 0.95), 9, 'f', 2)
                     .arg(percentile(samples, &Sample::whole, 0.5), 9, 'f', 2)
                     .arg(own / m_get, 7, 'f', 1)
                     .arg(target, 10);
        m_out.flush();
    }

private:
    QTextStream m_out{stdout};
    double m_get;
};

bool get(Adversary &f)
{
    core::HttpRequest request;
    request.url = QUrl(f.op.server.origin() + u"/jwks"_s);
    return f.answerOf(f.http.send(request, {})).has_value();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"lectern.*=false"_s);
    Adversary f;
    (void)get(f); // the connection is there
    const auto gets = measured(f, [&] { return get(f); });
    Table table(percentile(gets, &Sample::own, 0.5));
    table.row(u"plain GET on a kept connection"_s, gets, {});

    table.row(u"sign-in, form_post, nothing known"_s,
              measured(f,
                       [&] {
                           f.start(); // a new client: discovery and keys are fetched
                           return f.signIn().has_value();
                       }),
              u"50"_s);
    table.row(u"sign-in, query, nothing known"_s,
              measured(f,
                       [&] {
                           f.start();
                           return f.signIn({.formPost = false}).has_value();
                       }),
              u"50"_s);
    table.row(u"sign-in, discovery and keys known"_s, measured(f, [&] { return f.signIn().has_value(); }), u"50"_s);
    table.row(u"refresh, rotated and stored"_s,
              measured(f,
                       [&] {
                           f.staleToken();
                           return f.token().has_value();
                       }),
              u"10"_s);
    table.row(u"fresh token from memory"_s, measured(f, [&] { return f.token().has_value(); }), {});
    return 0;
}
