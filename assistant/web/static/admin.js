// Shows how a running re-index gets on, and the page anew when it is done.
(function () {
  "use strict";
  var state = document.getElementById("lage"), words = document.getElementById("lage-ord"), lines = document.getElementById("lage-rader");
  function look() {
    fetch(state.dataset.adress).then(function (answer) { return answer.json(); }).then(function (now) {
      lines.textContent = now.lines.join("\n");
      lines.hidden = !now.lines.length;
      if (now.running) { setTimeout(look, 1000); return; }
      words.textContent = now.code === 0 ? state.dataset.klar : state.dataset.fel;
      if (now.code === 0) { location.reload(); }
    }).catch(function () { setTimeout(look, 5000); });
  }
  // What stands in the page from the start is not spoken; what is written into it afterwards is.
  var said = words.textContent;
  words.textContent = "";
  setTimeout(function () { words.textContent = words.textContent || said; }, 200);
  if (state.dataset.igang) { look(); }
})();
