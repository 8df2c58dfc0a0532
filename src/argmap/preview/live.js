(() => {
'use strict';
// What is looked at stays where it is over a change of the text, and so does what is chosen.
let keep = () => {};
addEventListener('argmap', ({detail: map}) => {
  const kept = history.state && history.state.argmap;
  if (kept) {
    const node = map.byKey.get(kept.key), b = node && map.box(node);
    if (map.view().chosen || !b) map.place(kept.x, kept.y, kept.k);
    else map.place(kept.at[0] - b.x * kept.k, kept.at[1] - b.y * kept.k, kept.k);
    if (kept.text) map.show(true);
  }
  keep = () => {
    const {x, y, k, mw, mh, text} = map.view();
    const node = map.nearest(b => Math.hypot(b.mx - (mw / 2 - x) / k, b.my - (mh / 2 - y) / k)), b = node && map.box(node);
    try { history.replaceState({argmap: {x, y, k, text, key: node && node.key, at: b && [x + b.x * k, y + b.y * k]}}, ''); } catch {}
  };
});
// Whatever is newer than this page has come in the meantime.
const news = new EventSource(location.pathname + location.search + (location.search ? '&' : '?') + 'since=VERSION');
news.addEventListener('change', () => {
  news.close();
  keep();
  location.reload();
});
})();
