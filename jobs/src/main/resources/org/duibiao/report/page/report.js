/* What the page does besides being read: it shows another city, and the source of a number where it
   stands. All markup comes from the page itself. */
(function () {
  'use strict';
  var root = document.documentElement;
  var get = function (id) { return document.getElementById(id); };
  var holder = get('city');
  var choice = get('city-choice');
  var state = get('city-state');
  var source = get('source');
  var shown = {};

  function language() {
    root.lang = get('en').checked ? 'en' : 'zh-CN';
  }
  get('zh').addEventListener('change', language);
  get('en').addEventListener('change', language);
  language();

  function packed(code) {
    return document.querySelector('script[data-cities~="' + code + '"]');
  }

  /* Deflated and in base64: the first piece of each city of a group, then the second of each. */
  function unpack(group) {
    var codes = group.getAttribute('data-cities').split(' ');
    var bytes = Uint8Array.from(atob(group.textContent), function (c) { return c.charCodeAt(0); });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Response(stream).text().then(function (text) {
      var pieces = text.split('\u001e');
      codes.forEach(function (code, first) {
        shown[code] = pieces.filter(function (piece, i) { return i % codes.length === first; }).join('');
      });
    });
  }

  function current() {
    var article = holder && holder.firstElementChild;
    return article ? article.getAttribute('data-city') : null;
  }

  function known(code) {
    return shown[code] !== undefined || packed(code) !== null;
  }

  /* Shows a city; then what is to be done. */
  function show(code, then) {
    if (code === current()) {
      then();
      return;
    }
    var before = current();
    var ready = shown[code] !== undefined ? Promise.resolve() : unpack(packed(code));
    ready.then(function () {
      shown[before] = holder.innerHTML;
      holder.innerHTML = shown[code];
      choice.value = code;
      state.textContent = choice.selectedOptions[0].textContent;
      then();
    });
  }

  function go(id) {
    var place = get(id);
    if (place) {
      place.scrollIntoView();
      var heading = get(id + '-h');
      if (heading && heading.tabIndex === -1) {
        heading.focus({preventScroll: true});
      }
    }
  }

  /* #c-370200: a city; #v-beds_per_1000-370200: a row of a city. */
  function follow(hash) {
    var match = /^#[cv]-(?:.*-)?([0-9A-Za-z_]+)$/.exec(hash);
    if (match && known(match[1])) {
      show(match[1], function () { go(hash.slice(1)); });
      return true;
    }
    return false;
  }

  if (choice && typeof DecompressionStream === 'function') {
    shown[current()] = holder.innerHTML;
    get('chooser').hidden = false;
    choice.value = current();
    choice.addEventListener('change', function () {
      var code = choice.value;
      show(code, function () { history.replaceState(null, '', '#c-' + code); });
    });
    window.addEventListener('hashchange', function () { follow(location.hash); });
    if (location.hash) {
      follow(location.hash);
    }
  }

  function term(list, head, cell) {
    var name = document.createElement('dt');
    var value = document.createElement('dd');
    head.childNodes.forEach(function (node) { name.appendChild(node.cloneNode(true)); });
    cell.childNodes.forEach(function (node) { value.appendChild(node.cloneNode(true)); });
    list.appendChild(name);
    list.appendChild(value);
  }

  function explain(row, number) {
    var heads = row.closest('table').querySelectorAll('thead th');
    var list = document.createElement('dl');
    for (var i = 1; i < row.cells.length; i++) {
      if (row.cells[i].textContent) {
        term(list, heads[i], row.cells[i]);
      }
    }
    var publication = document.createElement('p');
    row.parentNode.querySelector('tr.group th').childNodes.forEach(function (node) {
      publication.appendChild(node.cloneNode(true));
    });
    get('source-number').textContent = number;
    get('source-body').replaceChildren(publication, list);
    source.showModal();
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    var hash = link.getAttribute('href') || '';
    if (link.classList.contains('r') && source.showModal) {
      var row = get(hash.slice(1));
      if (row) {
        event.preventDefault();
        explain(row, link.textContent);
      }
    } else if (link.hasAttribute('data-city') && follow(hash)) {
      event.preventDefault();
      history.replaceState(null, '', hash);
    }
  });
  get('source-close').addEventListener('click', function () { source.close(); });

  /* A page of many cities opens before all of it is laid out: the rest follows in pauses. */
  var pause = window.requestIdleCallback || function (then) { setTimeout(then, 50); };
  function layOut() {
    var main = document.querySelector('main');
    var next = main.querySelector('section:not(.laid)');
    if (next) {
      next.classList.add('laid');
      pause(layOut);
    } else {
      main.classList.remove('opening');
    }
  }
  window.addEventListener('load', function () { pause(layOut); });
}());
