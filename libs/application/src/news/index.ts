export * from './read-news.js';
