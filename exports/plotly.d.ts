// The library that stands before web_picture.js in the page.
declare const Plotly: { react: (chart: HTMLElement, data: unknown[], layout: object, config: object) => void };
