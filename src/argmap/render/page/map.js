'use strict';
// Before the page is laid out, so that it need not be laid out again.
document.documentElement.classList.add('js', 'map');
addEventListener('DOMContentLoaded', () => {
const $ = (s, r = document) => r.querySelector(s), all = (s, r = document) => [...r.querySelectorAll(s)], byId = id => document.getElementById(id);
const make = (tag, text = '', of = {}) => { const e = Object.assign(document.createElement(tag), of); e.append(text); return e; };
const draw = (tag, at) => { const e = document.createElementNS('http://www.w3.org/2000/svg', tag); set(e, at); return e; };
const set = (e, at) => { for (const n in at) e.setAttribute(n, at[n]); };
const press = (e, is) => set(e, {'aria-pressed': is});
const hear = (e, kinds, act, how) => { for (const kind of kinds.split(' ')) e.addEventListener(kind, act, how); };
const focusOn = e => e.focus({preventScroll: true}), refuse = e => e.preventDefault();
const flag = (n, name, is) => n.el.classList.toggle(name, is);
const {min, max, abs, round, hypot} = Math, clamp = (v, a, b) => min(max(v, a), max(a, b));
const plain = s => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const [map, layer, text, panel, find, tools, filters, folds, folder, dark, asText] = ['map', 'layer', 'text', 'panel', 'find', 'tools', 'filters', 'sections', 'fold', 'dark', 'as-text'].map(byId);
const root = document.documentElement, looks = root.classList, svg = $('svg', layer), graph = $('.graph', svg);
const W = +svg.getAttribute('width'), H = +svg.getAttribute('height');
const inText = () => looks.contains('text'), tell = words => { byId('live').textContent = words; };

// What there is: nodes with the edges that come and go, and sections with their nodes.
const nodes = new Map(), byKey = new Map(), sections = new Map();
for (const el of all('[data-key]', svg)) {
  const {id} = el, {key, kind, tags = ''} = el.dataset, article = byId('t-' + id), title = article ? $('.title', article).textContent : key;
  const n = {id, el, article, title, key, kind, tags: tags.split('\n').filter(Boolean), into: [], out: [], off: false};
  nodes.set(id, n);
  if (!byKey.has(key)) byKey.set(key, n);
  set(el, {role: 'button', tabindex: -1});
  if (!$('text', el)) set(el, {'aria-label': title});
  press(el, false);
}
const edges = all('[data-from]', svg).map(el => {
  const {from, to, kind} = el.dataset, e = {el, from: nodes.get(from), to: nodes.get(to), kind, both: kind.startsWith('contra')};
  if (from !== to && e.from && e.to) { e.to.into.push(e); e.from.out.push(e); }
  return e;
});
for (const part of all('section[id]', text)) {
  const {key} = part.dataset, inside = all('article', part).map(a => nodes.get(a.id.slice(2))).filter(Boolean), title = `${key.slice(1)} (${inside.length})`;
  if (!inside[0] || sections.has(key)) continue;
  const el = byId(part.id.slice(2));
  for (const t of el ? all('text', el) : []) t.dataset.fold = key;
  sections.set(key, {key, title, inside, el});
}
const list = [...nodes.values()], roots = list.filter(n => n.out.every(e => e.both));
// A set is gone through with all that is added in the meantime.
const reach = (starts, stop) => {
  const seen = new Set(starts);
  for (const n of seen) if (!stop?.has(n)) for (const e of n.into) if (!e.both) seen.add(e.from);
  return seen;
};
{ const seen = reach(roots); for (const n of list) if (!seen.has(n)) { roots.push(n); for (const m of reach([n], seen)) seen.add(m); } }

// Where we are: one write a frame, and the real size when all is still.
let x = 0, y = 0, k = 1, real = 1, frame, rest, mw, mh;
const size = () => { mw = map.clientWidth; mh = map.clientHeight; };
const place = (nx, ny, nk = k) => {
  k = clamp(nk, 0.02, 8);
  x = clamp(nx, 60 - W * k, mw - 60); y = clamp(ny, 60 - H * k, mh - 60);
  frame ||= requestAnimationFrame(paint);
};
const shift = scale => { layer.style.transform = `translate(${x}px,${y}px)` + scale; };
const paint = () => {
  cancelAnimationFrame(frame); frame = 0;
  shift(` scale(${k / real})`);
  clearTimeout(rest); rest = setTimeout(settle, 140);
};
const settle = () => {
  x = round(x); y = round(y);
  if (real !== k) { real = k; svg.style.width = W * k + 'px'; svg.style.height = H * k + 'px'; }
  shift('');
};
// Where what has changed is laid out anyway.
const soon = act => requestAnimationFrame(() => { size(); act(); paint(); });
const zoom = (f, cx = mw / 2, cy = mh / 2) => { const nk = clamp(k * f, 0.02, 8); place(cx - (cx - x) * nk / k, cy - (cy - y) * nk / k, nk); };
const whole = () => { const f = min((mw - 24) / W, (mh - 24) / H, 1.6); place((mw - W * f) / 2, (mh - H * f) / 2, f); return f; };
const move = graph.transform.baseVal.consolidate().matrix;
const box = n => {
  if (!n.box) {
    flag(n, 'gone', false);
    const raw = n.el.getBBox(), {a, d, e, f} = move, w = raw.width * a, h = raw.height * d;
    n.box = {raw, x: raw.x * a + e, y: raw.y * d + f, w, h, mx: raw.x * a + e + w / 2, my: raw.y * d + f + h / 2};
    flag(n, 'gone', n.off);
  }
  return n.box;
};
const center = (n, least) => { const b = box(n), nk = max(k, least); place(mw / 2 - b.mx * nk, mh / 2 - b.y * nk - min(b.h * nk, mh * 0.8) / 2, nk); };
const reveal = n => {
  const b = box(n), l = x + b.x * k, t = y + b.y * k, m = 24;
  if (min(l, t) < m || l + min(b.w * k, mw / 2) > mw - m || t + min(b.h * k, mh / 2) > mh - m) center(n, 0.7);
};
const start = () => {
  if (whole() * 11 >= 7 || !list.length) return;
  const b = box(roots[0]), nk = mw < 720 ? 1 : 1.15;
  place(W * nk < mw ? (mw - W * nk) / 2 : clamp(mw / 2 - b.mx * nk, mw - W * nk - 16, 16), 36 - b.y * nk, nk);
};
const nearest = distance => {
  let best, least = Infinity;
  for (const n of list) if (!n.off) { const d = distance(box(n)); if (d < least) { least = d; best = n; } }
  return best;
};

// Pointers.
const grips = new Map(); let grip, moved = false;
const at = e => { const r = map.getBoundingClientRect(); return [e.clientX - r.left, e.clientY - r.top]; };
const middle = () => { const [p, q = p] = grips.values(); return [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2, hypot(p[0] - q[0], p[1] - q[1])]; };
const grasp = () => { const [cx, cy, d] = middle(); grip = {x, y, k, cx, cy, d}; };
hear(map, 'pointerdown', e => { if (e.button || e.target.closest('#zoom')) return; grips.set(e.pointerId, at(e)); moved = grips.size > 1; grasp(); });
hear(map, 'pointermove', e => {
  if (!grips.has(e.pointerId)) return;
  grips.set(e.pointerId, at(e));
  const [cx, cy, d] = middle();
  if (!moved) { if (hypot(cx - grip.cx, cy - grip.cy) < 4) return; moved = true; map.setPointerCapture(e.pointerId); }
  const nk = clamp(grip.k * (grip.d ? d / grip.d : 1), 0.02, 8);
  place(cx - (grip.cx - grip.x) * nk / grip.k, cy - (grip.cy - grip.y) * nk / grip.k, nk);
});
hear(window, 'pointerup pointercancel', e => { if (grips.delete(e.pointerId) && grips.size) grasp(); });
hear(map, 'wheel', e => { refuse(e); zoom(Math.exp(-e.deltaY * (e.deltaMode ? 16 : 1) * (e.ctrlKey ? 0.01 : 0.0016)), ...at(e)); }, {passive: false});
hear(map, 'dragstart', refuse);

// The address says what is chosen and folded.
let chosen = null; const folded = new Set();
const address = push => {
  const f = [...folded].map(encodeURIComponent).join();
  try { history[push ? 'pushState' : 'replaceState'](history.state, '', '#' + (chosen ? encodeURIComponent(chosen.key) : '') + (f && '&fold=' + f)); } catch {}
};
const decoded = s => { try { return decodeURIComponent(s); } catch { return s; } };
const read = () => {
  const [name, ...more] = location.hash.slice(1).split('&'), key = decoded(name);
  folded.clear();
  for (const m of more) if (m.startsWith('fold=')) for (const f of m.slice(5).split(',').map(decoded)) if (byKey.has(f) || sections.has(f)) folded.add(f);
  update();
  const n = byKey.get(key) || nodes.get(key.replace(/^t-/, ''));
  if (n) { choose(n); size(); center(n, 0.9); } else leave();
};

// Choosing: what bears on a node stays, and what it bears on at once; the rest fades.
const fade = () => {
  const near = new Set(chosen ? [chosen] : list), lit = new Set(chosen ? [] : edges);
  if (chosen) {
    for (const n of near) for (const e of n.into) if (!e.both && !e.off) { lit.add(e); near.add(e.from); }
    for (const e of [...chosen.out, ...chosen.into]) if (!e.off && (e.both || e.from === chosen)) { lit.add(e); near.add(e.from).add(e.to); }
  }
  for (const n of list) flag(n, 'far', !near.has(n));
  for (const e of edges) flag(e, 'far', !lit.has(e) && !(e.from === e.to && near.has(e.to)));
};
const mark = is => { flag(chosen, 'chosen', is); chosen.article?.classList.toggle('here', is); press(chosen.el, is); };
const choose = (n, focus) => {
  if (n.off) { folded.clear(); for (const b of all('input:checked', filters)) b.checked = false; update(); }
  if (chosen) mark(false);
  chosen = n; mark(true); rove(n); fade();
  const copy = n.article ? n.article.cloneNode(true) : make('article'), head = make('h2', n.title, {className: 'title', tabIndex: -1, id: 'panel-title'});
  copy.removeAttribute('id'); copy.classList.remove('here');
  $('.title', copy)?.remove(); copy.prepend(head);
  $('.body', panel).replaceChildren(copy); panel.hidden = false; requestAnimationFrame(() => { panel.scrollTop = 0; });
  folder.disabled = !n.into.length; folder.dataset.fold = n.key; press(folder, folded.has(n.key));
  if (inText()) n.article?.scrollIntoView();
  if (focus) focusOn(head);
};
const pick = (n, push, focus) => { choose(n, focus); soon(() => reveal(n)); address(push); };
const leave = push => {
  const was = chosen;
  if (was) mark(false);
  chosen = null; panel.hidden = true; fade();
  if (push && was) { address(true); if (panel.contains(document.activeElement) || document.activeElement === document.body) focusOn(was.el); }
};

// Folding and filters: what is shown.
const off = new Set(), tags = new Set();
let extra = [];
const pill = (px, py, text, key) => {
  const g = draw('g', {class: 'more', 'data-fold': key}), t = draw('text', {x: px + 7, y: py + 13});
  t.textContent = text; g.append(draw('rect', {x: px, y: py, width: 12 + 6 * text.length, height: 18, rx: 9}), t); extra.push(g); graph.append(g);
};
const update = () => {
  for (const e of extra) e.remove();
  extra = [];
  const shut = new Set(), inside = new Map();
  for (const f of folded) { const s = sections.get(f); if (s) for (const n of s.inside) inside.has(n) || inside.set(n, s); else shut.add(byKey.get(f)); }
  const seen = reach(roots, shut);
  let shown = 0;
  for (const n of list) {
    n.off = !seen.has(n) || inside.has(n) || off.has(n.kind) || tags.size > 0 && !n.tags.some(t => tags.has(t));
    shown += !n.off; flag(n, 'gone', n.off); flag(n, 'shut', !n.off && shut.has(n));
  }
  for (const e of edges) { e.off = !!e.from?.off || !!e.to?.off || off.has(e.kind); flag(e, 'gone', e.off); }
  for (const n of shut) if (!n.off) { const {raw} = box(n), more = [...reach([n])].filter(m => !seen.has(m)).length; if (more) pill(raw.x + raw.width - 30, raw.y + raw.height - 9, '+' + more, n.key); }
  for (const s of sections.values()) {
    const is = folded.has(s.key);
    if (s.el) { flag(s, 'gone', !is && s.inside.every(n => n.off)); flag(s, 'shut', is); }
    if (!is) continue;
    const {raw} = box(s.inside[0]), ends = new Set();
    pill(raw.x, raw.y, s.title, s.key);
    for (const e of edges) for (const [p, q] of [[e.from, e.to], [e.to, e.from]]) if (inside.get(p) === s && q && !q.off) ends.add(q);
    for (const q of ends) { const c = box(q).raw, line = draw('path', {class: 'way', d: `M${raw.x + 8},${raw.y + 9}L${c.x + c.width / 2},${c.y + c.height / 2}`}); extra.push(line); graph.firstElementChild.after(line); }
  }
  if (chosen?.off) leave(); else fade();
  for (const b of all('button[data-fold]')) press(b, folded.has(b.dataset.fold));
  byId('unfold').disabled = !folded.size;
  return `${shown} of ${list.length} shown`;
};
const fold = key => { folded.delete(key) || folded.add(key); tell(update()); address(); };
const unfold = () => { folded.clear(); tell(update()); address(); };

// Searching.
let hits = [], hit = -1, wait;
const words = n => n.words ??= plain([n.key, ...n.tags, ...[...n.article?.children || []].filter(c => !c.matches('.rel,.why')).map(c => c.textContent)].join(' '));
const count = (short, long = short) => { byId('count').textContent = short; tell(long); };
const search = () => {
  const asked = plain(find.value).split(/\s+/).filter(Boolean);
  for (const n of hits) n.el.classList.remove('hit', 'now');
  hits = asked.length ? list.filter(n => !n.off && asked.every(w => words(n).includes(w))) : []; hit = -1;
  for (const n of hits) flag(n, 'hit', true);
  count(asked.length ? `${hits.length} found` : '');
};
const next = step => {
  if (!hits.length) return;
  if (hit >= 0) flag(hits[hit], 'now', false);
  hit = (hit < 0 && step < 0 ? hits.length - 1 : hit + step + hits.length) % hits.length;
  const n = hits[hit], of = `${hit + 1} of ${hits.length}`;
  flag(n, 'now', true); count(of, `${of}: ${n.title}`);
  if (inText()) n.article?.scrollIntoView({block: 'center'}); else soon(() => center(n, 0.9));
};
const idle = window.requestIdleCallback || (f => setTimeout(f, 50));
const index = i => { const end = min(i + 100, list.length); for (; i < end; i++) words(list[i]); if (i < list.length) idle(() => index(i)); };
hear(find, 'input', () => { clearTimeout(wait); wait = setTimeout(search, 60); });
hear(find, 'keydown', e => { if (e.key === 'Enter') { clearTimeout(wait); if (!hits.length) search(); next(e.shiftKey ? -1 : 1); } else if (e.key === 'Escape') { find.value = ''; search(); find.blur(); } });

// One stop for the tabulator; arrows go to what is next in their direction.
let stop;
const rove = n => { if (stop) stop.el.tabIndex = -1; stop = n; n.el.tabIndex = 0; };
const ways = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
const step = (n, [dx, dy]) => nearest(b => {
  const vx = b.mx - box(n).mx, vy = b.my - box(n).my, ahead = vx * dx + vy * dy, aside = abs(vx * dy) + abs(vy * dx);
  return ahead > 0 ? hypot(vx, vy) + (aside > ahead ? 1e6 : 0) : Infinity;
});
hear(window, 'keydown', e => {
  const {target: t, key} = e, here = nodes.get(t.closest?.('[data-key]')?.id), way = !t.closest?.('#panel,#text,header') && ways[key];
  if (e.ctrlKey || e.metaKey || e.altKey || t.matches?.('input,textarea')) return;
  if (here && (key === 'Enter' || key === ' ')) pick(here, true, true);
  else if (way && here) { const m = step(here, way); if (m) { rove(m); focusOn(m.el); if (chosen) pick(m); else reveal(m); } }
  else if (way) place(x - way[0] * 60, y - way[1] * 60);
  else if (key === '+' || key === '=') zoom(1.25); else if (key === '-') zoom(0.8); else if (key === '0') whole();
  else if (key === '/') { tools.open = true; find.focus(); find.select(); }
  else if (key === 'f') { const n = here || chosen; if (n?.into.length) fold(n.key); }
  else if (key === 'F') unfold();
  else if (key === 'Escape') { const menu = $('.menu[open]'); if (menu) { menu.open = false; $('summary', menu).focus(); } else leave(true); }
  else return;
  refuse(e);
});
hear(map, 'click', e => {
  if (moved) { moved = false; refuse(e); e.stopPropagation(); return; }
  const t = e.target.closest('[data-go],[data-key]'), n = t && nodes.get(t.dataset.go || t.id);
  if (n) { refuse(e); pick(n, true); } else if (!e.target.closest('#zoom,[data-fold]')) leave(true);
});
hear(document, 'click', e => {
  const t = e.target, a = t.closest('a[href^="#t-"]'), n = a && !map.contains(a) && nodes.get(decoded(a.getAttribute('href').slice(3))), f = t.closest('[data-fold]');
  for (const m of all('.menu[open]')) if (!m.contains(t)) m.open = false;
  if (n) { refuse(e); pick(n, true, panel.contains(a)); }
  if (f) fold(f.dataset.fold);
});

// Buttons.
const isDark = () => root.dataset.look ? root.dataset.look === 'dark' : matchMedia('(prefers-color-scheme:dark)').matches;
const show = text => { looks.toggle('text', text); looks.toggle('map', !text); press(asText, text); if (chosen) text ? chosen.article?.scrollIntoView() : soon(() => chosen && reveal(chosen)); };
const acts = {in: () => zoom(1.25), out: () => zoom(0.8), fit: whole, unfold, close: () => leave(true), 'as-text': () => show(!inText()), dark: () => { root.dataset.look = isDark() ? 'light' : 'dark'; press(dark, isDark()); }};
for (const id in acts) hear(byId(id), 'click', acts[id]);
hear($('.skip'), 'click', e => { refuse(e); show(true); text.focus(); });
press(dark, isDark());
dark.hidden = !!root.dataset.look;
const choices = (title, names, picked, checked) => {
  if (names.size < (checked ? 2 : 1)) return;
  const field = make('fieldset', make('legend', title));
  for (const name of names) {
    const input = make('input', '', {type: 'checkbox', checked}), label = make('label', input);
    label.append(name.replace(/-/g, ' ')); field.append(label);
    hear(input, 'change', () => { input.checked === checked ? picked.delete(name) : picked.add(name); tell(update()); });
  }
  filters.append(field);
};
choices('Kinds', new Set(list.map(n => n.kind)), off, true);
choices('Relations', new Set(edges.filter(e => e.from !== e.to).map(e => e.kind)), off, true);
choices('Only with a tag', new Set(list.flatMap(n => n.tags)), tags, false);
for (const s of sections.values()) { const b = make('button', s.title, {type: 'button'}); b.dataset.fold = s.key; folds.append(make('div', b, {className: 'row'})); }
folds.parentNode.hidden = !sections.size;

// Begin.
for (const e of all('[data-script]')) e.hidden = false;
const wide = matchMedia('(min-width:720px)'), fits = () => { tools.open = wide.matches; };
hear(wide, 'change', fits); fits();
if (roots.length) rove(roots[0]);
size(); start();
read();
hear(window, 'popstate hashchange', read);
// What is in the middle of a window stays there when its width changes, as by turning a phone.
let across = innerWidth;
hear(window, 'resize', () => { size(); place(x + (innerWidth - across) / 2, y); across = innerWidth; });
new ResizeObserver(() => { size(); place(x, y); }).observe(map);
idle(() => index(0));
// For what else is on the page.
dispatchEvent(new CustomEvent('argmap', {detail: {byKey, box, nearest, place, show, view: () => ({x, y, k, mw, mh, chosen, text: inText()})}}));
});
