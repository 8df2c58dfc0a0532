'use strict';
// Before the page is laid out, so that it need not be laid out again.
document.documentElement.classList.add('js', 'map');
addEventListener('DOMContentLoaded', () => {
const $ = (s, r = document) => r.querySelector(s), all = (s, r = document) => [...r.querySelectorAll(s)];
const make = (tag, cls, text) => { const e = document.createElement(tag); if (cls) e.className = cls; if (text) e.textContent = text; return e; };
const draw = (tag, at) => { const e = document.createElementNS('http://www.w3.org/2000/svg', tag); for (const n in at) e.setAttribute(n, at[n]); return e; };
const clamp = (v, a, b) => Math.min(Math.max(v, a), Math.max(a, b));
const plain = s => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const root = document.documentElement, map = $('#map'), layer = $('#layer'), svg = $('svg', layer), graph = $('.graph', svg);
const panel = $('#panel'), live = $('#live'), find = $('#find'), tools = $('#tools');
const W = +svg.getAttribute('width'), H = +svg.getAttribute('height');
const tell = words => { live.textContent = words; };

// What there is: nodes by id, edges, sections with their nodes.
const nodes = new Map(), into = new Map(), out = new Map(), edges = [], sections = new Map(), byKey = new Map();
const add = (m, k, v) => m.has(k) ? m.get(k).push(v) : m.set(k, [v]);
for (const el of all('[data-key]', svg)) {
  const article = document.getElementById('t-' + el.id), title = article ? $('.title', article).textContent : el.dataset.key;
  const node = {id: el.id, el, article, title, key: el.dataset.key, kind: el.dataset.kind, tags: (el.dataset.tags || '').split('\n').filter(Boolean)};
  nodes.set(el.id, node);
  if (!byKey.has(node.key)) byKey.set(node.key, node);
  el.setAttribute('role', 'button'); el.setAttribute('aria-pressed', 'false');
  el.setAttribute('tabindex', '-1');
  if (!$('text', el)) el.setAttribute('aria-label', title);
}
for (const el of all('[data-from]', svg)) {
  const e = {el, from: el.dataset.from, to: el.dataset.to, kind: el.dataset.kind};
  e.both = e.kind === 'contrary' || e.kind === 'contradictory';
  edges.push(e);
  if (e.from !== e.to && nodes.has(e.from) && nodes.has(e.to)) { add(into, e.to, e); add(out, e.from, e); }
}
for (const el of all('#text section[id]')) {
  const ids = all('article', el).map(a => a.id.slice(2)).filter(id => nodes.has(id)), s = {id: el.id.slice(2), key: el.dataset.key, title: el.dataset.title, ids};
  s.el = document.getElementById(s.id);
  if (ids.length && !sections.has(s.key)) sections.set(s.key, s);
}
const list = [...nodes.values()];
const roots = list.filter(n => !(out.get(n.id) || []).some(e => !e.both)).map(n => n.id);
const below = (id, go) => { for (const e of into.get(id) || []) if (!e.both) go(e.from, e); };
const reach = (starts, stop, seen = new Set()) => {
  const todo = [...starts];
  for (const id of todo) seen.add(id);
  while (todo.length) { const id = todo.pop(); if (!stop.has(id)) below(id, from => { if (!seen.has(from)) { seen.add(from); todo.push(from); } }); }
  return seen;
};
{ const seen = reach(roots, new Set()); for (const n of list) if (!seen.has(n.id)) { roots.push(n.id); reach([n.id], new Set(), seen); } }

// Where we are: one write a frame, and the real size when all is still.
let x = 0, y = 0, k = 1, real = 1, frame = 0, rest = 0;
const place = (nx, ny, nk = k) => {
  k = clamp(nk, 0.02, 8);
  x = clamp(nx, 60 - W * k, map.clientWidth - 60); y = clamp(ny, 60 - H * k, map.clientHeight - 60);
  if (!frame) frame = requestAnimationFrame(paint);
};
const paint = () => {
  frame = 0;
  layer.style.transform = `translate(${x}px,${y}px) scale(${k / real})`;
  clearTimeout(rest); rest = setTimeout(settle, 140);
};
const settle = () => {
  x = Math.round(x); y = Math.round(y);
  if (real !== k) { real = k; svg.style.width = W * k + 'px'; svg.style.height = H * k + 'px'; }
  layer.style.transform = `translate(${x}px,${y}px)`;
};
const zoom = (f, cx = map.clientWidth / 2, cy = map.clientHeight / 2) => { const nk = clamp(k * f, 0.02, 8); place(cx - (cx - x) * nk / k, cy - (cy - y) * nk / k, nk); };
const whole = () => { const f = Math.min((map.clientWidth - 24) / W, (map.clientHeight - 24) / H, 1.6); place((map.clientWidth - W * f) / 2, (map.clientHeight - H * f) / 2, f); return f; };
const move = graph.transform.baseVal.consolidate().matrix;
const box = n => { n.box ??= (b => ({x: b.x * move.a + move.e, y: b.y * move.d + move.f, w: b.width * move.a, h: b.height * move.d}))(n.el.getBBox()); return n.box; };
const center = (n, nk = k) => { const b = box(n), h = Math.min(b.h * nk, map.clientHeight * 0.8); place(map.clientWidth / 2 - (b.x + b.w / 2) * nk, map.clientHeight / 2 - b.y * nk - h / 2, nk); };
const reveal = n => {
  const b = box(n), l = x + b.x * k, t = y + b.y * k, m = 24;
  if (l < m || t < m || l + Math.min(b.w * k, map.clientWidth / 2) > map.clientWidth - m || t + Math.min(b.h * k, map.clientHeight / 2) > map.clientHeight - m) center(n, Math.max(k, 0.7));
};
const start = () => {
  const f = whole();
  if (f * 11 >= 7 || !list.length) return;
  const n = nodes.get(roots[0]), b = box(n), nk = map.clientWidth < 720 ? 1 : 1.15, w = map.clientWidth;
  place(W * nk < w ? (w - W * nk) / 2 : clamp(w / 2 - (b.x + b.w / 2) * nk, w - W * nk - 16, 16), 36 - b.y * nk, nk);
};

// Pointers.
const grips = new Map(); let grip, moved = false;
const at = e => { const r = map.getBoundingClientRect(); return [e.clientX - r.left, e.clientY - r.top]; };
const middle = () => { const p = [...grips.values()], n = p.length; return [p.reduce((s, q) => s + q[0], 0) / n, p.reduce((s, q) => s + q[1], 0) / n, n > 1 ? Math.hypot(p[0][0] - p[1][0], p[0][1] - p[1][1]) : 0]; };
const grasp = () => { const [cx, cy, d] = middle(); grip = {x, y, k, cx, cy, d}; };
map.addEventListener('pointerdown', e => { if (e.button || e.target.closest('#zoom')) return; grips.set(e.pointerId, at(e)); moved = grips.size > 1; grasp(); });
map.addEventListener('pointermove', e => {
  if (!grips.has(e.pointerId)) return;
  grips.set(e.pointerId, at(e));
  const [cx, cy, d] = middle();
  if (!moved) { if (Math.hypot(cx - grip.cx, cy - grip.cy) < 4) return; moved = true; map.setPointerCapture(e.pointerId); }
  const nk = clamp(grip.k * (grip.d ? d / grip.d : 1), 0.02, 8);
  place(cx - (grip.cx - grip.x) * nk / grip.k, cy - (grip.cy - grip.y) * nk / grip.k, nk);
});
for (const kind of ['pointerup', 'pointercancel']) addEventListener(kind, e => { if (grips.delete(e.pointerId) && grips.size) grasp(); });
map.addEventListener('wheel', e => { e.preventDefault(); zoom(Math.exp(-e.deltaY * (e.deltaMode ? 16 : 1) * (e.ctrlKey ? 0.01 : 0.0016)), ...at(e)); }, {passive: false});
map.addEventListener('dragstart', e => e.preventDefault());

// The address says what is chosen and folded.
let chosen = null; const folded = new Set();
const address = push => {
  const f = [...folded].map(encodeURIComponent).join(',');
  try { history[push ? 'pushState' : 'replaceState'](history.state, '', '#' + (chosen ? encodeURIComponent(chosen.key) : '') + (f && '&fold=' + f)); } catch {}
};
const decoded = s => { try { return decodeURIComponent(s); } catch { return s; } };
const read = () => {
  const [name, ...more] = location.hash.slice(1).split('&'), key = decoded(name);
  folded.clear();
  for (const m of more) if (m.startsWith('fold=')) for (const f of m.slice(5).split(',')) if (byKey.has(decoded(f)) || sections.has(decoded(f))) folded.add(decoded(f));
  update();
  const n = byKey.get(key) || nodes.get(key.replace(/^t-/, ''));
  if (n) choose(n, {at: true}); else leave();
};

// Choosing: what bears on a node stays, and what it bears on at once; the rest fades.
let near = null;
const fade = () => {
  near = null;
  const lit = new Set();
  if (chosen) {
    near = new Set([chosen.id]);
    const todo = [chosen.id];
    while (todo.length) for (const e of into.get(todo.pop()) || []) if (!e.both && !e.off) { lit.add(e); if (!near.has(e.from)) { near.add(e.from); todo.push(e.from); } }
    for (const e of [...out.get(chosen.id) || [], ...into.get(chosen.id) || []]) if (!e.off && (e.both || e.from === chosen.id)) { lit.add(e); near.add(e.from); near.add(e.to); }
  }
  for (const n of list) n.el.classList.toggle('far', !!near && !near.has(n.id));
  for (const e of edges) e.el.classList.toggle('far', !!near && !lit.has(e) && !(e.from === e.to && near.has(e.to)));
};
const mark = (n, is) => { n.el.classList.toggle('chosen', is); n.article?.classList.toggle('here', is); n.el.setAttribute('aria-pressed', is); };
const choose = (n, {push, focus, at: there} = {}) => {
  if (n.off) { folded.clear(); for (const b of all('#filters input:checked')) b.checked = false; update(); }
  if (chosen && chosen !== n) mark(chosen, false);
  chosen = n; mark(n, true); rove(n); fade();
  const body = $('.body', panel), copy = n.article ? n.article.cloneNode(true) : make('article');
  copy.removeAttribute('id'); copy.classList.remove('here');
  const head = make('h2', 'title', n.title);
  head.tabIndex = -1; head.id = 'panel-title';
  if (n.article) $('.title', copy).replaceWith(head); else copy.append(head);
  body.replaceChildren(copy); panel.hidden = false; panel.scrollTop = 0;
  $('#fold').disabled = !into.has(n.id); $('#fold').setAttribute('aria-pressed', folded.has(n.key));
  if (root.classList.contains('text')) { if (n.article) n.article.scrollIntoView({block: 'start'}); }
  else if (there) center(n, Math.max(k, 0.9)); else reveal(n);
  if (push) address(true);
  if (focus) head.focus({preventScroll: true});
};
const leave = push => {
  if (chosen) mark(chosen, false);
  const was = chosen; chosen = null; panel.hidden = true; fade();
  if (push && was) { address(true); if (panel.contains(document.activeElement) || document.activeElement === document.body) was.el.focus({preventScroll: true}); }
};

// Folding and filters: what is shown.
const off = {kind: new Set(), relation: new Set()}, tags = new Set();
let extra = [];
const pill = (b, text, click) => {
  const g = draw('g', {class: 'more'}), r = draw('rect', {x: b.x, y: b.y, width: 12 + 6 * text.length, height: 18, rx: 9}), t = draw('text', {x: b.x + 7, y: b.y + 13});
  t.textContent = text; g.append(r, t); if (click) g.addEventListener('click', click); extra.push(g); graph.append(g); return g;
};
const update = () => {
  for (const e of extra) e.remove();
  extra = [];
  const shut = new Set(), inside = new Map();
  for (const f of folded) { const n = byKey.get(f), s = sections.get(f); if (s) for (const id of s.ids) inside.has(id) || inside.set(id, s); else if (n) shut.add(n.id); }
  const seen = reach(roots, shut);
  let shown = 0;
  for (const n of list) {
    const is = seen.has(n.id) && !inside.has(n.id) && !off.kind.has(n.kind) && (!tags.size || n.tags.some(t => tags.has(t)));
    n.off = !is; shown += is; n.el.classList.toggle('gone', !is); n.el.classList.toggle('shut', is && shut.has(n.id));
  }
  for (const e of edges) {
    const a = nodes.get(e.from), b = nodes.get(e.to);
    e.off = (a && a.off) || (b && b.off) || off.relation.has(e.kind); e.el.classList.toggle('gone', !!e.off);
  }
  for (const id of shut) { const n = nodes.get(id); if (!n.off) { const m = [...reach([id], new Set())].filter(i => !seen.has(i)).length, b = n.el.getBBox(); if (m) pill({x: b.x + b.width - 30, y: b.y + b.height - 9}, '+' + m, () => fold(n.key)); } }
  for (const s of sections.values()) {
    const is = folded.has(s.key), empty = s.ids.every(id => nodes.get(id).off);
    if (s.el) { s.el.classList.toggle('gone', empty && !is); s.el.classList.toggle('shut', is); }
    if (is) {
      const first = nodes.get(s.ids[0]); first.el.classList.remove('gone');
      const b = first.el.getBBox(); first.el.classList.add('gone');
      pill(b, `${s.title} (${s.ids.length})`, () => fold(s.key));
      const from = [b.x + 8, b.y + 9];
      const ends = new Set();
      for (const e of edges) for (const [p, q] of [[e.from, e.to], [e.to, e.from]]) if (inside.get(p) === s && nodes.has(q) && !nodes.get(q).off) ends.add(q);
      for (const q of ends) { const c = nodes.get(q).el.getBBox(), line = draw('path', {class: 'way', d: `M${from}L${c.x + c.width / 2},${c.y + c.height / 2}`}); extra.push(line); graph.prepend(line); }
    }
  }
  if (chosen && chosen.off) leave(); else fade();
  for (const b of all('[data-fold]')) b.setAttribute('aria-pressed', folded.has(b.dataset.fold));
  $('#fold').setAttribute('aria-pressed', !!chosen && folded.has(chosen.key));
  $('#unfold').disabled = !folded.size;
  return shown;
};
const fold = key => { folded.has(key) ? folded.delete(key) : folded.add(key); const n = update(); address(false); tell(`${n} of ${list.length} shown`); };
const unfold = () => { folded.clear(); tell(`${update()} of ${list.length} shown`); address(false); };

// Searching.
let hits = [], hit = -1, wait = 0;
const words = n => n.words ??= plain(n.key + ' ' + n.tags.join(' ') + ' ' + (n.article ? [...n.article.children].filter(c => !c.matches('.rel,.why')).map(c => c.textContent).join(' ') : ''));
const search = () => {
  const asked = plain(find.value).split(/\s+/).filter(Boolean);
  for (const n of hits) n.el.classList.remove('hit', 'now');
  hits = asked.length ? list.filter(n => !n.off && asked.every(w => words(n).includes(w))) : []; hit = -1;
  for (const n of hits) n.el.classList.add('hit');
  tell(asked.length ? `${hits.length} found` : ''); $('#count').textContent = asked.length ? `${hits.length} found` : '';
};
const next = step => {
  if (!hits.length) return;
  if (hit >= 0) hits[hit].el.classList.remove('now');
  hit = (hit < 0 && step < 0 ? hits.length - 1 : hit + step + hits.length) % hits.length;
  const n = hits[hit]; n.el.classList.add('now');
  if (root.classList.contains('text')) n.article?.scrollIntoView({block: 'center'}); else center(n, Math.max(k, 0.9));
  $('#count').textContent = `${hit + 1} of ${hits.length}`; tell(`${hit + 1} of ${hits.length}: ${n.title}`);
};
const idle = window.requestIdleCallback || (f => setTimeout(f, 50));
const index = i => { const end = Math.min(i + 100, list.length); for (; i < end; i++) words(list[i]); if (i < list.length) idle(() => index(i)); };
find.addEventListener('input', () => { clearTimeout(wait); wait = setTimeout(search, 60); });
find.addEventListener('keydown', e => { if (e.key === 'Enter') { clearTimeout(wait); if (!hits.length) search(); next(e.shiftKey ? -1 : 1); } else if (e.key === 'Escape') { find.value = ''; search(); find.blur(); } });

// One stop for the tabulator; arrows go to what is next in their direction.
let stop = null;
const rove = n => { stop?.el.setAttribute('tabindex', '-1'); stop = n; n.el.setAttribute('tabindex', '0'); };
const ways = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
const step = (n, [dx, dy]) => {
  const b = box(n), c = [b.x + b.w / 2, b.y + b.h / 2]; let best, least = Infinity;
  for (const m of list) {
    if (m === n || m.off) continue;
    const o = box(m), vx = o.x + o.w / 2 - c[0], vy = o.y + o.h / 2 - c[1], ahead = vx * dx + vy * dy, aside = Math.abs(vx * dy) + Math.abs(vy * dx);
    if (ahead <= 0) continue;
    const d = Math.hypot(vx, vy) + (aside > ahead ? 1e6 : 0);
    if (d < least) { least = d; best = m; }
  }
  return best;
};
addEventListener('keydown', e => {
  const t = e.target, here = nodes.get(t.closest?.('[data-key]')?.id);
  if (e.ctrlKey || e.metaKey || e.altKey || t.matches?.('input,textarea')) return;
  const inMap = !t.closest?.('#panel,#text,header');
  if (here && (e.key === 'Enter' || e.key === ' ')) choose(here, {push: true, focus: true});
  else if (e.key in ways && inMap) {
    if (here) { const m = step(here, ways[e.key]); if (m) { rove(m); m.el.focus({preventScroll: true}); reveal(m); } }
    else place(x - ways[e.key][0] * 60, y - ways[e.key][1] * 60);
  }
  else if (e.key === '+' || e.key === '=') zoom(1.25); else if (e.key === '-') zoom(0.8); else if (e.key === '0') whole();
  else if (e.key === '/') { tools.open = true; find.focus(); find.select(); }
  else if (e.key === 'f') { const n = here || chosen; if (n && into.has(n.id)) fold(n.key); }
  else if (e.key === 'F') unfold();
  else if (e.key === 'Escape') { const menu = $('.menu[open]'); if (menu) { menu.open = false; $('summary', menu).focus(); } else leave(true); }
  else return;
  e.preventDefault();
});
map.addEventListener('click', e => {
  if (moved) { moved = false; e.preventDefault(); return; }
  const t = e.target.closest('[data-go],[data-key]'), n = t && nodes.get(t.dataset.go || t.id);
  if (n) { e.preventDefault(); choose(n, {push: true}); return; }
  const s = e.target.closest('text') && [...sections.values()].find(s => s.el && s.el.contains(e.target));
  if (s) fold(s.key); else if (!e.target.closest('#zoom,.more')) leave(true);
});
document.addEventListener('click', e => {
  for (const m of all('.menu[open]')) if (!m.contains(e.target)) m.open = false;
  const a = e.target.closest('a[href^="#t-"]'), n = a && !map.contains(a) && nodes.get(decoded(a.getAttribute('href').slice(3)));
  if (n) { e.preventDefault(); choose(n, {push: true, focus: panel.contains(a)}); }
});

// Buttons.
const on = (id, act) => $('#' + id).addEventListener('click', act);
on('in', () => zoom(1.25)); on('out', () => zoom(0.8)); on('fit', whole);
on('fold', () => chosen && fold(chosen.key)); on('unfold', unfold); on('close', () => leave(true));
const show = text => { root.classList.toggle('text', text); root.classList.toggle('map', !text); $('#as-text').setAttribute('aria-pressed', text); if (!text && chosen) reveal(chosen); else if (text && chosen?.article) chosen.article.scrollIntoView(); };
on('as-text', () => show(!root.classList.contains('text')));
$('.skip').addEventListener('click', e => { e.preventDefault(); show(true); $('#text').focus(); });
const isDark = () => root.dataset.look ? root.dataset.look === 'dark' : matchMedia('(prefers-color-scheme:dark)').matches;
on('dark', () => { root.dataset.look = isDark() ? 'light' : 'dark'; $('#dark').setAttribute('aria-pressed', isDark()); });
$('#dark').setAttribute('aria-pressed', isDark());
$('#dark').hidden = !!root.dataset.look;
const choices = (title, names, change, ticked) => {
  if (names.length < 2 && ticked) return;
  const set = make('fieldset'); set.append(make('legend', '', title));
  for (const name of names) { const label = make('label'), input = make('input'); input.type = 'checkbox'; input.checked = ticked; input.addEventListener('change', () => { change(name, input.checked); tell(`${update()} of ${list.length} shown`); }); label.append(input, name.replace(/-/g, ' ')); set.append(label); }
  $('#filters').append(set);
};
const uniq = a => [...new Set(a)];
const flip = set => (name, is) => is ? set.delete(name) : set.add(name);
choices('Kinds', uniq(list.map(n => n.kind)), flip(off.kind), true);
choices('Relations', uniq(edges.filter(e => e.from !== e.to).map(e => e.kind)), flip(off.relation), true);
const known = uniq(list.flatMap(n => n.tags));
if (known.length) choices('Only with a tag', known, (name, is) => is ? tags.add(name) : tags.delete(name), false);
for (const s of sections.values()) { const b = make('button', '', `${s.title} (${s.ids.length})`); b.type = 'button'; b.dataset.fold = s.key; b.setAttribute('aria-pressed', 'false'); b.addEventListener('click', () => fold(s.key)); const row = make('div', 'row'); row.append(b); $('#sections').append(row); }
if (!sections.size) $('#sections').closest('details').hidden = true;

// Begin.
for (const e of all('[data-script]')) e.hidden = false;
const wide = matchMedia('(min-width:720px)'), fits = () => { tools.open = wide.matches; };
wide.addEventListener('change', fits); fits();
if (roots.length) rove(nodes.get(roots[0]));
const kept = history.state && history.state.argmap;
start();
if (kept) { const n = byKey.get(kept.key), b = n && box(n); place(b ? kept.at[0] - b.x * kept.k : kept.x, b ? kept.at[1] - b.y * kept.k : kept.y, kept.k); if (kept.text) show(true); }
read();
if (kept && chosen) place(kept.x, kept.y, kept.k);
addEventListener('popstate', read); addEventListener('hashchange', read);
new ResizeObserver(() => place(x, y)).observe(map);
// What is in the middle of a window stays there when its width changes, as by turning a phone.
let across = innerWidth;
addEventListener('resize', () => { place(x + (innerWidth - across) / 2, y); across = innerWidth; });
idle(() => index(0));
// What a preview keeps over a change of the text.
addEventListener('argmap-keep', () => {
  const mx = (map.clientWidth / 2 - x) / k, my = (map.clientHeight / 2 - y) / k;
  let n = null, least = Infinity;
  for (const m of list) if (!m.off) { const b = box(m), d = Math.hypot(b.x + b.w / 2 - mx, b.y + b.h / 2 - my); if (d < least) { least = d; n = m; } }
  const b = n && box(n);
  try { history.replaceState({argmap: {x, y, k, key: n && n.key, at: b && [x + b.x * k, y + b.y * k], text: root.classList.contains('text')}}, ''); } catch {}
});
});
