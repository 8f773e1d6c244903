export * from './an-xlsx.js';
export * from './zip.js';
