// SPDX-License-Identifier: GPL-3.0-or-later

// The OpenAPI subset of `responseSchema` (upper-case types, `nullable`, numbers as strings) as plain JSON Schema.
export function toJsonSchema(schema) {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (schema === null || typeof schema !== 'object') return schema;
  const result = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') {
      result.properties = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, toJsonSchema(each)]));
    } else if (key === 'type' && typeof value === 'string') {
      result.type = schema.nullable ? [value.toLowerCase(), 'null'] : value.toLowerCase();
    } else if (/^(min|max)(Items|Length|Properties)$/.test(key)) {
      result[key] = Number(value);
    } else if (key === 'items' || key === 'anyOf') {
      result[key] = toJsonSchema(value);
    } else if (key !== 'nullable' && key !== 'propertyOrdering') {
      result[key] = value;
    }
  }
  return result;
}

const typesOf = (schema) => [schema?.type ?? (schema?.properties ? 'object' : 'string')].flat();

function scalar(schema, value) {
  const types = typesOf(schema);
  if (value === null || value === undefined || value === '') return types.includes('null') ? null : undefined;
  if (types.includes('number') || types.includes('integer')) {
    const number = Number(value);
    return Number.isFinite(number) ? number : null;
  }
  return types.includes('boolean') ? value === true || value === 'true' : String(value);
}

function list(schema, path, fields) {
  const values = [];
  for (let index = 0; fields.has(`${path}[${index}]`); index += 1) values.push(scalar(schema.items, fields.get(`${path}[${index}]`)));
  return values.filter((value) => value !== null && value !== undefined);
}

function rows(schema, table) {
  const columns = Object.entries(schema.items.properties ?? {});
  return (table?.rows ?? []).map(({ cells }) => Object.fromEntries(
    columns.map(([name, column]) => [name, scalar(column, cells[name]?.value)]).filter(([, value]) => value !== undefined)));
}

function object(schema, prefix, fields, tables) {
  const result = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const path = prefix ? `${prefix}.${name}` : name;
    const types = typesOf(property);
    let value;
    if (types.includes('object')) value = object(property, path, fields, tables);
    else if (!types.includes('array')) value = scalar(property, fields.get(path));
    else if (property.items?.properties) value = rows(property, tables.get(path));
    else value = list(property, path, fields);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

// The values of a lectern.extraction/1 as one JSON object of the schema's shape; by field path without a schema.
export function shape(extraction, schema) {
  const found = extraction.fields.filter(({ status }) => status !== 'missing');
  const fields = new Map(found.map(({ path, value }) => [path, value]));
  if (!schema) return Object.fromEntries(fields);
  return object(schema, '', fields, new Map((extraction.tables ?? []).map((table) => [table.path, table])));
}
