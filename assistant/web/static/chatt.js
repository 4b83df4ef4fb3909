// Beside Streamlit: focus, landmarks, one spoken notice for a finished answer, copying, what the reader should know.
(function () {
  "use strict";
  var notice = document.getElementById("arende-besked"), spoken = {}, opened = false, words = JSON.parse(notice.dataset.oversatt);

  function say(text) { notice.textContent = ""; setTimeout(function () { notice.textContent = text; }, 50); }

  function landmarks() {
    var opening = document.getElementById("arende-laddar");
    if (opening && document.querySelector(".stApp h1, .stApp [role=alert], .stApp textarea")) { opening.remove(); }
    document.querySelectorAll('[data-testid="stSidebar"]').forEach(function (side) {
      // Only where it differs: every change is observed.
      if (side.getAttribute("aria-label") !== notice.dataset.sidofalt) { side.setAttribute("aria-label", notice.dataset.sidofalt); }
    });
    translate();
    // Questions, and the conversations named after them, are in the documents' language, whatever language the page speaks.
    document.querySelectorAll('html:not([lang="sv"]) :is([class*="st-key-fragor_"], .st-key-samtalslista) button:not([lang])').forEach(function (button) { button.lang = "sv"; });
    // A form that somebody asked for is shown and ready to write in, not left below the edge.
    document.querySelectorAll('[data-testid="stForm"]:not([data-sedd])').forEach(function (form) {
      // Its fields are drawn once their script has been fetched.
      var first = form.querySelector("textarea, input");
      if (!first) { return; }
      form.dataset.sedd = "1";
      first.focus({ preventScroll: true });
      form.scrollIntoView({ block: "nearest" });
    });
    if (!opened && document.querySelector('[class*="st-key-fragor_example"]')) { opened = true; fromTop(); }
    document.querySelectorAll(".svar[data-nytt]").forEach(function (answer) {
      var key = location.search + answer.dataset.svar;
      if (spoken[key]) { return; }
      spoken[key] = true;
      showFromStart(answer);
      var sources = answer.querySelector(".antal");
      say(answer.dataset.besked + (sources ? " " + sources.textContent : ""));
    });
  }

  // Streamlit's own controls speak English; what staff and documents have written is never touched.
  var patterns = Object.keys(words).map(function (said) {
    var parts = said.split("*").map(function (part) { return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); });
    return { said: new RegExp("^" + parts.join("(.+)") + "$"), translation: words[said] };
  });
  function translated(text) {
    for (var i = 0; text && i < patterns.length; i += 1) {
      var match = patterns[i].said.exec(text);
      if (match) { return patterns[i].translation.replace("*", match[1] || ""); }
    }
    return null;
  }
  var OURS = '[data-testid="stHtml"], [data-testid="stButton"], script, style, textarea';
  function translate() {
    if (!patterns.length) { return; }
    document.querySelectorAll("[aria-label]").forEach(function (control) {
      var swedish = translated(control.getAttribute("aria-label"));
      if (swedish) { control.setAttribute("aria-label", swedish); }
    });
    var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      var node = walker.currentNode, said = translated(node.nodeValue.trim());
      if (said && !node.parentElement.closest(OURS)) { node.nodeValue = said; }
    }
  }

  // Nor does the first page, on a screen that it does not fit on, begin at its end.
  function fromTop() { keep(function () { document.getElementById("stMain").scrollTop = 0; }); }
  // Streamlit scrolls to the end; an answer is read from its question on.
  function showFromStart(answer) {
    var questions = document.querySelectorAll(".fragerad"), question = questions[questions.length - 1];
    keep(function () { if (question.isConnected) { question.scrollIntoView({ block: "start" }); } });
  }
  function keep(show) {
    var moved = false, hands = ["wheel", "touchmove", "keydown", "pointerdown"];
    function own() { moved = true; hands.forEach(function (kind) { removeEventListener(kind, own, true); }); }
    hands.forEach(function (kind) { addEventListener(kind, own, true); });
    // Again and again, for a slow machine scrolls late; never against the reader's own hand.
    [0, 150, 400, 900, 1800].forEach(function (wait) {
      setTimeout(function () { if (!moved) { show(); } }, wait);
    });
    setTimeout(own, 2000);
  }

  // A quote stays inside the window, and above or below its badge, wherever there is room.
  function place(event) {
    var holder = event.target.closest && event.target.closest(".hanvisning"), quote = holder && holder.querySelector(".ruta-ord");
    if (!quote) { return; }
    quote.style.left = "0";
    quote.classList.remove("under");
    var box = quote.getBoundingClientRect(), area = document.getElementById("stMain").getBoundingClientRect();
    var over = box.right - (area.right - 12);
    if (over > 0) { quote.style.left = -Math.min(over, box.left - area.left - 8) + "px"; }
    if (box.top < area.top + 8) { quote.classList.add("under"); }
  }

  // The reader steps between the passages an answer cites, and tells whether their words have changed.
  function remember(link) {
    var answer = link.closest(".svar"), id = link.dataset.handling, ordinals = [], marks = {}, spans = {}, sketches = {};
    answer.querySelectorAll('a[data-handling="' + CSS.escape(id) + '"]').forEach(function (other) {
      var ordinal = Number(other.dataset.stycke);
      if (ordinals.indexOf(ordinal) < 0) { ordinals.push(ordinal); marks[ordinal] = other.dataset.ord; sketches[ordinal] = other.dataset.skiss; }
      if (other.dataset.till) { spans[ordinal] = [Number(other.dataset.fran), Number(other.dataset.till)]; }
    });
    try { localStorage.setItem("arende:" + id, JSON.stringify({ ordinals: ordinals, marks: marks, spans: spans, sketches: sketches })); } catch (full) { /* private mode */ }
  }

  function copy(button) {
    navigator.clipboard.writeText(button.dataset.kopiera).then(
      function () { say(notice.dataset.kopierat); flash(button, notice.dataset.kopierat); },
      function () { say(notice.dataset.kopieringsfel); }
    );
  }
  function flash(button, text) {
    var name = button.textContent;
    button.textContent = text;
    setTimeout(function () { button.textContent = name; }, 1500);
  }

  document.addEventListener("pointerover", place);
  document.addEventListener("focusin", place);
  ["click", "auxclick"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      var link = event.target.closest("a[data-handling]"), button = event.target.closest("[data-kopiera]");
      if (link) { remember(link); }
      if (button && kind === "click") { copy(button); }
    }, true);
  });
  // A quote that covers the text goes away on Escape (WCAG 1.4.13).
  document.addEventListener("keydown", function (event) {
    document.documentElement.classList.toggle("dolj-citat", event.key === "Escape");
  }, true);
  document.addEventListener("pointerover", function (event) {
    if (!event.target.closest || !event.target.closest(".hanvisning")) { document.documentElement.classList.remove("dolj-citat"); }
  });

  new MutationObserver(landmarks).observe(document.documentElement, { childList: true, characterData: true, subtree: true, attributeFilter: ["aria-label"] });
  landmarks();
})();
