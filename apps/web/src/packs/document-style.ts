/** How the document of a pack looks, on paper and on a screen. It is part of the document, which needs nothing beside it. */
export const DOCUMENT_STYLE = `
body { margin: 0 auto; max-width: 60rem; padding: 1rem; color: #0b0c0c; background: #fff; font: 1rem/1.4 Arial, sans-serif; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0.5rem 0; }
h2 { font-size: 1.4rem; margin: 2rem 0 0.5rem; border-top: 2px solid #0b0c0c; padding-top: 1rem; }
h3 { font-size: 1.1rem; margin: 1.5rem 0 0.5rem; }
a { color: #1a65a6; }
dt { font-weight: bold; }
dd { margin: 0 0 0.5rem; white-space: pre-line; overflow-wrap: anywhere; }
.labels { border-left: 0.5rem solid #b1b4b6; padding-left: 1rem; }
.chart { border: 1px solid #b1b4b6; break-inside: avoid; }
.chart svg { display: block; width: 100%; height: auto; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } h2 { break-before: page; } h3 { break-after: avoid; } nav { display: none; } }
`;
