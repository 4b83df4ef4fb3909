// The reader: shows the linked passage in text and page image. Without scripts the text and its anchors still work.
(function () {
  "use strict";
  var byId = document.getElementById.bind(document);
  var sheet = byId("ark"), image = byId("sidbild"), notice = byId("besked");
  var pageCount = sheet ? Number(sheet.dataset.sidor) : 0;
  var shownPage = 1, current = null, chosen = [];
  var documentId = decodeURIComponent(location.pathname.replace(/\/+$/, "").split("/").pop());
  var calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  function fill(template, values) {
    return template.replace(/\{(\w+)\}/g, function (whole, name) { return name in values ? values[name] : whole; });
  }

  function rectangles(passage) {
    return (passage.dataset.rutor || "").split(";").filter(Boolean).map(function (part) {
      var pieces = part.split(":"), numbers = pieces[1].split(",").map(Number);
      return { page: Number(pieces[0]), left: numbers[0], top: numbers[1], width: numbers[2], height: numbers[3] };
    });
  }

  function drawBoxes() {
    sheet.querySelectorAll(".ruta").forEach(function (box) { box.remove(); });
    if (!current) { return; }
    [].concat.apply([], chosen.map(rectangles)).forEach(function (rectangle) {
      if (rectangle.page !== shownPage) { return; }
      var box = document.createElement("div");
      box.className = "ruta";
      ["left", "top", "width", "height"].forEach(function (side) { box.style[side] = rectangle[side] + "%"; });
      sheet.appendChild(box);
    });
    var first = sheet.querySelector(".ruta"), side = sheet.closest(".sidospar");
    if (first && side.scrollHeight > side.clientHeight) {
      side.scrollTop += first.getBoundingClientRect().top - side.getBoundingClientRect().top - side.clientHeight / 2;
    }
  }

  function showPage(page) {
    if (!sheet || page < 1 || page > pageCount) { return; }
    if (page !== shownPage) {
      shownPage = page;
      image.removeAttribute("height");
      wait();
      image.src = sheet.dataset.adress + page + ".png";
      image.alt = fill(image.dataset.mall, { page: page, title: image.dataset.titel });
    }
    var place = byId("sid-plats");
    place.textContent = fill(place.dataset.mall, { page: page, pages: pageCount });
    byId("forra-sida").disabled = page === 1;
    byId("nasta-sida").disabled = page === pageCount;
    drawBoxes();
  }

  // What the image says until it is there, and if it never comes.
  function imageNotice(text, state) {
    byId("bild-besked").textContent = text;
    sheet.classList.toggle("laddar", state === "laddar");
    sheet.classList.toggle("saknas", state === "saknas");
  }
  function wait() { imageNotice(sheet.dataset.vantar, "laddar"); }

  function choose(passage, focus, last) {
    document.querySelectorAll(".stycke.vald").forEach(function (old) { old.classList.remove("vald"); });
    current = passage;
    chosen = last ? upTo(passage, last) : [passage];
    chosen.forEach(function (each) { each.classList.add("vald"); });
    var first = rectangles(passage)[0];
    showPage(first ? first.page : Number(passage.dataset.sida) || 1);
    if (focus) {
      passage.focus({ preventScroll: true });
      passage.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    }
    showCitedPlace();
  }

  // Neighbours in the text from one passage to another; the reader's own order, whatever their numbers.
  function upTo(first, last) {
    var all = Array.prototype.slice.call(document.querySelectorAll(".stycke"));
    return all.slice(all.indexOf(first), all.indexOf(last) + 1);
  }

  // The last passage of a quote that goes on over several: named by the link, or by offsets that the chat remembers.
  function lastOf(passage) {
    var named = new URLSearchParams(location.search).get("till"), span = (remembered().spans || {})[passage.id.slice(7)];
    var last = /^\d+$/.test(named || "") ? byId("stycke-" + named) : null;
    if (!named && span && Number(passage.dataset.fran) <= span[0] && span[0] < Number(passage.dataset.till)) {
      document.querySelectorAll(".stycke").forEach(function (each) { if (Number(each.dataset.fran) < span[1]) { last = each; } });
    }
    return last && Number(last.dataset.fran) > Number(passage.dataset.fran) ? last : null;
  }

  // What the chat remembers of its citations of this document: ordinals, the marks of their words.
  function remembered() {
    try { return JSON.parse(localStorage.getItem("arende:" + documentId)) || {}; } catch (fault) { return {}; }
  }

  function expectedMark(ordinal) {
    var named = new URLSearchParams(location.search).get("ord");
    return named || (remembered().marks || {})[ordinal];
  }

  function expectedSketch(ordinal) {
    var named = new URLSearchParams(location.search);
    // A link that brings its own mark is judged by what it brings along.
    return (named.get("ord") ? named.get("skiss") : (remembered().sketches || {})[ordinal]) || "";
  }

  // A few hashes of a passage's words, as the server computes them for the chat's citations.
  var SKETCHED_WORDS = 16, LIKE_ENOUGH = 0.4;
  function fold(word) {
    var value = 0x811c9dc5;
    Array.from(word).forEach(function (character) { value = Math.imul(value ^ character.codePointAt(0), 0x01000193) >>> 0; });
    return ((value >>> 16) ^ (value & 0xffff)).toString(16).padStart(4, "0");
  }
  function sketch(text) {
    var hashes = new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || []).map(fold));
    return Array.from(hashes).sort().slice(0, SKETCHED_WORDS);
  }

  // The passage whose words are most like those that the link was made for; none where nothing is like them.
  function nearest(wanted) {
    var sought = wanted.match(/[0-9a-f]{4}/g) || [], best = null, most = LIKE_ENOUGH;
    if (sought.length < 3) { return null; }
    document.querySelectorAll(".stycke").forEach(function (passage) {
      var has = sketch(words(passage)), all = Array.from(new Set(sought.concat(has))).sort().slice(0, SKETCHED_WORDS);
      var shared = all.filter(function (each) { return sought.indexOf(each) >= 0 && has.indexOf(each) >= 0; }).length / all.length;
      if (shared > most) { best = passage; most = shared; }
    });
    return best;
  }

  function find() {
    var match = /^#stycke-(\d+)$/.exec(location.hash);
    notice.textContent = "";
    if (!match) { if (location.hash.indexOf("#stycke") === 0) { notice.textContent = notice.dataset.okand; } return; }
    var passage = byId("stycke-" + match[1]), mark = expectedMark(match[1]), last = passage && lastOf(passage);
    // The chat's mark of a quote over several passages is of them all; their offsets have told that they stand.
    var ofAll = last && !new URLSearchParams(location.search).get("ord");
    if (mark && !ofAll && (!passage || passage.dataset.ord !== mark)) {
      var moved = document.querySelector('.stycke[data-ord="' + mark.replace(/[^0-9a-f]/g, "") + '"]');
      var near = moved ? null : nearest(expectedSketch(match[1]));
      notice.textContent = moved ? notice.dataset.flyttad : (near ? notice.dataset.narmast : notice.dataset.andrad);
      passage = moved || near || passage;
      last = null;
    }
    if (!passage) { notice.textContent = notice.textContent || notice.dataset.okand; return; }
    choose(passage, true, last);
    if (chosen.length > 1) { notice.textContent = fill(notice.dataset.flera, { count: chosen.length }); }
  }

  // Cited passages, one after the other.
  function cited() {
    return (remembered().ordinals || []).map(function (ordinal) { return byId("stycke-" + ordinal); }).filter(Boolean);
  }
  function showCitedPlace() {
    var passages = cited(), place = byId("citat-plats");
    document.querySelector(".citat").hidden = passages.length < 2;
    var index = passages.indexOf(current);
    place.textContent = index < 0 ? "" : fill(place.dataset.mall, { index: index + 1, count: passages.length });
  }
  function stepCited(step) {
    var passages = cited();
    if (!passages.length) { return; }
    var index = (passages.indexOf(current) + step + passages.length) % passages.length;
    history.replaceState(null, "", "#" + passages[index].id);
    choose(passages[index], true, lastOf(passages[index]));
  }

  // A passage's own words, without what is said to screen readers before them.
  function words(passage) {
    var said = passage.querySelector(".dold"), cells = passage.querySelectorAll("td");
    if (cells.length) {
      var row = Array.prototype.map.call(cells, function (cell) { return cell.textContent; }).join(" ");
      return row.slice(said ? said.textContent.length : 0).toLocaleLowerCase("sv");
    }
    return passage.textContent.slice(said ? said.textContent.length : 0).toLocaleLowerCase("sv");
  }

  // Search in the document.
  var hits = [], hit = -1, lastWords = "";
  function search(event) {
    event.preventDefault();
    var sought = byId("sokord").value.trim().toLocaleLowerCase("sv"), place = byId("sok-plats");
    if (sought !== lastWords) {
      lastWords = sought; hit = -1;
      hits = sought ? Array.prototype.filter.call(document.querySelectorAll(".stycke"), function (passage) {
        return words(passage).indexOf(sought) >= 0;
      }) : [];
    }
    if (!hits.length) { place.textContent = sought ? place.dataset.inga : ""; return; }
    hit = (hit + 1) % hits.length;
    place.textContent = fill(place.dataset.mall, { index: hit + 1, count: hits.length });
    choose(hits[hit], false);
    hits[hit].scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  function copyLink() {
    var button = byId("kopiera-lank"), name = button.textContent;
    var query = current ? "?ord=" + current.dataset.ord + "&skiss=" + sketch(words(current)).join("") + (chosen.length > 1 ? "&till=" + chosen[chosen.length - 1].id.slice(7) : "") + "#" + current.id : "";
    navigator.clipboard.writeText(location.origin + location.pathname + query).then(
      function () { notice.textContent = button.dataset.klart; button.textContent = button.dataset.klart; },
      function () { notice.textContent = button.dataset.fel; }
    ).then(function () { setTimeout(function () { button.textContent = name; }, 2000); });
  }

  byId("sok").hidden = false;
  byId("sok").addEventListener("submit", search);
  byId("kopiera-lank").hidden = !navigator.clipboard;
  byId("kopiera-lank").addEventListener("click", copyLink);
  byId("forra-citat").addEventListener("click", function () { stepCited(-1); });
  byId("nasta-citat").addEventListener("click", function () { stepCited(1); });
  document.querySelector(".text").addEventListener("click", function (event) {
    var passage = event.target.closest(".stycke");
    if (passage && !String(window.getSelection())) { choose(passage, false); }
  });
  if (sheet) {
    byId("forra-sida").addEventListener("click", function () { showPage(shownPage - 1); });
    byId("nasta-sida").addEventListener("click", function () { showPage(shownPage + 1); });
    image.addEventListener("load", function () { imageNotice("", ""); });
    image.addEventListener("error", function () { imageNotice(sheet.dataset.saknas, "saknas"); });
    if (!image.complete) { wait(); } else if (!image.naturalWidth) { imageNotice(sheet.dataset.saknas, "saknas"); } else { imageNotice("", ""); }
    showPage(1);
  }
  showCitedPlace();
  window.addEventListener("hashchange", find);
  find();
})();
