// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/xmltree.h"

#include <QStringList>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr qsizetype mostBytes = 20 * 1024 * 1024;
constexpr int mostElements = 200'000;
constexpr int mostDepth = 64;

void collect(const XmlElement &from, const QStringList &path, qsizetype step, std::vector<const XmlElement *> *found)
{
    if (step == path.size()) {
        found->push_back(&from);
        return;
    }
    for (const XmlElement &child : from.children) {
        if (child.name == path.at(step))
            collect(child, path, step + 1, found);
    }
}

class Builder
{
public:
    explicit Builder(const QByteArray &data)
        : m_reader(data)
    {
        m_reader.setEntityExpansionLimit(0);
    }

    std::optional<XmlElement> build()
    {
        while (!m_reader.atEnd()) {
            const auto token = m_reader.readNext();
            if (token == QXmlStreamReader::DTD || token == QXmlStreamReader::EntityReference)
                return std::nullopt;
            if (token == QXmlStreamReader::StartElement) {
                XmlElement root;
                if (!read(&root, 0))
                    return std::nullopt;
                return root;
            }
        }
        return std::nullopt;
    }

private:
    bool read(XmlElement *element, int depth)
    {
        if (depth > mostDepth || ++m_count > mostElements)
            return false;
        element->name = m_reader.name().toString();
        for (const QXmlStreamAttribute &attribute : m_reader.attributes())
            element->attributes.insert(attribute.name().toString(), attribute.value().toString());
        while (!m_reader.atEnd()) {
            const auto token = m_reader.readNext();
            if (token == QXmlStreamReader::EndElement) {
                element->text = element->text.trimmed();
                return true;
            }
            if (token == QXmlStreamReader::EntityReference || token == QXmlStreamReader::Invalid)
                return false;
            if (token == QXmlStreamReader::Characters)
                element->text += m_reader.text();
            if (token == QXmlStreamReader::StartElement) {
                element->children.emplace_back();
                if (!read(&element->children.back(), depth + 1))
                    return false;
            }
        }
        return false;
    }

    QXmlStreamReader m_reader;
    int m_count = 0;
};

} // namespace

std::vector<const XmlElement *> XmlElement::all(const QString &path) const
{
    std::vector<const XmlElement *> found;
    collect(*this, path.split(u'/'), 0, &found);
    return found;
}

const XmlElement *XmlElement::at(const QString &path) const
{
    const auto found = all(path);
    return found.empty() ? nullptr : found.front();
}

QString XmlElement::textAt(const QString &path) const
{
    const XmlElement *element = at(path);
    return element ? element->text : QString();
}

std::optional<XmlElement> parseXml(const QByteArray &data)
{
    if (data.isEmpty() || data.size() > mostBytes)
        return std::nullopt;
    return Builder(data).build();
}

} // namespace core
