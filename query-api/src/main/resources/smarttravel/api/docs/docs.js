
'use strict';

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const shapeOf = schema => {
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop();
    return make('a', { href: '#schema-' + name }, name);
  }
  if (schema.type === 'array') return make('span', {}, 'list of ', shapeOf(schema.items));
  if (schema.enum) return make('span', {}, schema.enum.join(' | '));
  const words = [schema.format || schema.type || 'any'];
  if (schema.pattern) words.push(schema.pattern);
  if (schema.minimum !== undefined) words.push(schema.minimum + ' to ' + schema.maximum);
  if (schema.default !== undefined) words.push('default ' + schema.default);
  return make('span', {}, words.join(', '));
};

const row = (...cells) => make('tr', {}, ...cells.map(cell => make('td', {}, ...[].concat(cell))));

const table = (titles, rows) => make('div', { class: 'scroll' },
  make('table', {}, make('thead', {}, make('tr', {}, ...titles.map(title => make('th', { scope: 'col' }, title)))),
    make('tbody', {}, ...rows)));

const inputFor = (parameter, id) => {
  if (parameter.schema.enum || parameter.schema.type === 'boolean') {
    const words = parameter.schema.enum || ['true', 'false'];
    return make('select', { id, name: parameter.name },
      make('option', { value: '' }, '–'), ...words.map(word => make('option', { value: word }, word)));
  }
  return make('input', { id, name: parameter.name, autocomplete: 'off', placeholder: parameter.schema.default ?? '' });
};

const parameterRow = (parameter, id) => row(
  make('label', { for: id }, parameter.name, ...(parameter.required ? [make('span', { class: 'needed' }, ' required')] : [])),
  [parameter.description, make('div', { class: 'shape' }, shapeOf(parameter.schema))],
  inputFor(parameter, id));

const addressOf = (path, parameters, form) => {
  let address = path;
  const query = new URLSearchParams();
  for (const parameter of parameters) {
    const value = form.elements[parameter.name].value;
    if (parameter.in === 'path') address = address.replace('{' + parameter.name + '}', encodeURIComponent(value));
    else if (value !== '') query.set(parameter.name, value);
  }
  return String(query) === '' ? address : address + '?' + query;
};

const pretty = text => {
  try { return JSON.stringify(JSON.parse(text), null, 2); } catch { return text; }
};

const send = async (address, needsKey, result) => {
  const key = document.getElementById('key').value.trim();
  const started = performance.now();
  result.replaceChildren(make('p', {}, 'Asking ' + address + ' …'));
  try {
    const response = await fetch(address, { headers: needsKey && key ? { Authorization: 'Bearer ' + key } : {} });
    const text = await response.text();
    const took = Math.round(performance.now() - started);
    result.replaceChildren(
      make('p', { class: response.ok ? 'good' : 'bad' }, 'GET ' + address + ' → ' + response.status + ' in ' + took + ' ms'),
      make('pre', { tabindex: '0' }, pretty(text)));
  } catch (failure) {
    result.replaceChildren(make('p', { class: 'bad' }, 'No answer: ' + failure.message));
  }
};

const operationOf = (path, operation) => {
  const parameters = operation.parameters;
  const result = make('div', { class: 'result', 'aria-live': 'polite' });
  const form = make('form', {});
  if (parameters.length > 0) {
    form.append(table(['Parameter', 'Meaning', 'Try'],
      parameters.map(parameter => parameterRow(parameter, operation.operationId + '-' + parameter.name))));
  }
  form.append(make('button', { type: 'submit' }, 'Send'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    send(addressOf(path, parameters, form), Boolean(operation.security), result);
  });
  const answers = Object.entries(operation.responses).map(([status, response]) => {
    const [type, content] = Object.entries(response.content)[0];
    const schema = content.schema;
    const shape = schema.properties && schema.properties.items
      ? make('span', {}, 'page of ', shapeOf(schema.properties.items.items)) : shapeOf(schema);
    return row(status, response.description, [make('div', { class: 'shape' }, type), shape]);
  });
  return make('details', {},
    make('summary', {}, make('b', { class: 'method' }, 'GET'), make('code', {}, path), make('span', {}, operation.summary)),
    make('div', { class: 'inside' }, form, result, make('h3', {}, 'Answers'), table(['Status', 'When', 'What'], answers)));
};

const schemaOf = (name, schema) => make('details', { id: 'schema-' + name },
  make('summary', {}, make('code', {}, name)),
  make('div', { class: 'inside' }, table(['Field', 'Meaning', 'Shape'],
    Object.entries(schema.properties).map(([field, shape]) => row(
      schema.required.includes(field) ? field : field + '?', shape.description || '',
      make('span', { class: 'shape' }, shapeOf(shape)))))));

const show = description => {
  document.getElementById('about').textContent = description.info.description;
  const groups = new Map();
  for (const [path, { get }] of Object.entries(description.paths)) {
    if (!groups.has(get.tags[0])) groups.set(get.tags[0], []);
    groups.get(get.tags[0]).push(operationOf(path, get));
  }
  const contents = document.getElementById('contents');
  for (const [tag, operations] of groups) {
    contents.append(make('a', { href: '#' + tag }, tag));
    document.getElementById('operations').append(make('section', { id: tag }, make('h2', {}, tag), ...operations));
  }
  contents.append(make('a', { href: '#schemas' }, 'schemas'));
  document.getElementById('schemas').append(make('h2', {}, 'Schemas'),
    ...Object.entries(description.components.schemas).map(([name, schema]) => schemaOf(name, schema)));
  document.getElementById('state').remove();
};

window.addEventListener('hashchange', () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) target.open = true;
});

fetch('/openapi.json')
  .then(response => response.json())
  .then(show)
  .catch(failure => { document.getElementById('state').textContent = 'The description could not be loaded: ' + failure.message; });
