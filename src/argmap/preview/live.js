(() => {
'use strict';
// Whatever is newer than this page has come in the meantime.
const news = new EventSource(location.pathname + location.search + (location.search ? '&' : '?') + 'since=VERSION');
news.addEventListener('change', () => {
  news.close();
  dispatchEvent(new Event('argmap-keep'));
  location.reload();
});
})();
