// Shows notices while Foyer is not open. It keeps nothing and answers no requests of pages.

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const notice = read(event.data);
  event.waitUntil(
    self.registration.showNotification(notice.title, {
      body: notice.text,
      tag: notice.tag,
      icon: '/icon-192.png',
      data: { link: notice.link },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(new URL(event.notification.data?.link ?? '/', self.location.origin)));
});

// Browsers now and then move to another address of their maker: what comes to the old one is lost.
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(moved(event)));

// A browser must show something for each push, or it takes the permission away.
function read(data) {
  const something = { title: 'Foyer', text: 'There is news for you.', tag: 'news', link: '/notifications' };
  try {
    const said = Object.entries(data?.json() ?? {}).filter(([, value]) => typeof value === 'string');
    return { ...something, ...Object.fromEntries(said) };
  } catch {
    return something;
  }
}

async function open(address) {
  const link = address.origin === self.location.origin ? address.href : '/notifications';
  const windows = await self.clients.matchAll({ type: 'window' });
  const there = windows.find((client) => client.url === link);
  return there ? there.focus() : self.clients.openWindow(link);
}

// Only from one address to the next: who is signed in now may be somebody else, or want no notices here.
async function moved(event) {
  const old = event.oldSubscription;
  if (!old) return;
  const subscription = event.newSubscription ?? (await self.registration.pushManager.subscribe(old.options));
  const answer = await fetch('/api/v1/users/me/push-devices', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...subscription.toJSON(), replaces: old.endpoint }),
  });
  if (!answer.ok) await subscription.unsubscribe();
}
