// Draws the figure in the room that there is: on a phone names stand in more lines.
const NARROW = 560; // pixels of a phone's chart
const figure = JSON.parse(document.getElementById("figure")?.textContent ?? "");
const chart = /** @type {HTMLElement} */ (document.querySelector(".chart"));

function draw() {
  const { data, layout } = chart.clientWidth < NARROW ? figure.phone : figure.wide;
  const size = { width: chart.clientWidth, height: chart.clientHeight };
  Plotly.react(chart, data, { ...layout, ...size }, { displayModeBar: false, responsive: false });
}

// The names are given room by their width, so the letters must be there first.
Promise.allSettled(["400", "700"].map((weight) => document.fonts.load(`${weight} 13px "Hvaom Sans"`))).then(() => {
  window.addEventListener("resize", draw);
  draw();
});
