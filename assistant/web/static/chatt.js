// Beside Streamlit: focus, landmarks, one spoken notice for a finished answer, copying, what the reader should know.
(function () {
  "use strict";
  var notice = document.getElementById("arende-besked"), spoken = {}, words = JSON.parse(notice.dataset.oversatt);

  function say(text) { notice.textContent = ""; setTimeout(function () { notice.textContent = text; }, 50); }

  function landmarks() {
    document.querySelectorAll('[data-testid="stSidebar"]').forEach(function (side) {
      // Only where it differs: every change is observed.
      if (side.getAttribute("aria-label") !== notice.dataset.sidofalt) { side.setAttribute("aria-label", notice.dataset.sidofalt); }
    });
    document.querySelectorAll("[aria-label]").forEach(function (control) {
      var swedish = words[control.getAttribute("aria-label")];
      if (swedish) { control.setAttribute("aria-label", swedish); }
    });
    document.querySelectorAll(".svar[data-nytt]").forEach(function (answer) {
      var key = location.search + answer.dataset.svar;
      if (spoken[key]) { return; }
      spoken[key] = true;
      var sources = answer.querySelector(".antal");
      say(notice.dataset.klart + ": " + answer.dataset.status + (sources ? " " + sources.textContent : ""));
    });
  }

  // The reader steps between the passages an answer cites, and tells whether their words have changed.
  function remember(link) {
    var answer = link.closest(".svar"), id = link.dataset.handling, ordinals = [], marks = {};
    answer.querySelectorAll('a[data-handling="' + CSS.escape(id) + '"]').forEach(function (other) {
      var ordinal = Number(other.dataset.stycke);
      if (ordinals.indexOf(ordinal) < 0) { ordinals.push(ordinal); marks[ordinal] = other.dataset.ord; }
    });
    try { localStorage.setItem("arende:" + id, JSON.stringify({ ordinals: ordinals, marks: marks })); } catch (full) { /* private mode */ }
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

  new MutationObserver(landmarks).observe(document.documentElement, { childList: true, subtree: true, attributeFilter: ["aria-label"] });
  landmarks();
})();
