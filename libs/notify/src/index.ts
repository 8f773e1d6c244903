export * from './open-messengers.js';
export * from './smtp-messenger.js';
export * from './webhook-messenger.js';
export * from './alertmanager-monitor.js';
