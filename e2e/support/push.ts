// A server as the makers of browsers have them, and the keys of a browser that was switched on.

import { createServer, type Server } from 'node:http';
import { webcrypto } from 'node:crypto';

const { subtle } = webcrypto;

export interface Pushed {
  path: string;
  body: Buffer;
}

/// Takes everything that is sent to the port the server under test knows.
export class Maker {
  readonly taken: Pushed[] = [];
  readonly origin: string;
  private readonly server: Server;

  private constructor(port: number) {
    this.origin = `http://127.0.0.1:${port}`;
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        this.taken.push({ path: request.url ?? '', body: Buffer.concat(parts) });
        response.writeHead(201).end();
      });
    });
  }

  static async start(): Promise<Maker> {
    const port = Number(process.env.PUSH_PORT);
    if (!port) throw new Error('PUSH_PORT is not set: run these through cargo xtask test');
    const maker = new Maker(port);
    await new Promise<void>((ready) => maker.server.listen(port, '127.0.0.1', ready));
    return maker;
  }

  async stop(): Promise<void> {
    await new Promise((done) => this.server.close(done));
  }
}

/// What a browser keeps to itself, and what it tells.
export class Keys {
  private constructor(
    private readonly own: webcrypto.CryptoKeyPair,
    private readonly point: Uint8Array,
    private readonly auth: Uint8Array,
  ) {}

  static async make(): Promise<Keys> {
    const own = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const point = new Uint8Array(await subtle.exportKey('raw', own.publicKey));
    return new Keys(own, point, webcrypto.getRandomValues(new Uint8Array(16)));
  }

  subscription(endpoint: string) {
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
    return { endpoint, expirationTime: null, keys: { p256dh: text(this.point), auth: text(this.auth) } };
  }

  /// RFC 8291, by another program than the one that sealed it.
  async open(body: Buffer): Promise<string> {
    const salt = body.subarray(0, 16);
    const keyLength = body.readUInt8(20);
    const sender = body.subarray(21, 21 + keyLength);
    const theirs = await subtle.importKey('raw', sender, { name: 'ECDH', namedCurve: 'P-256' }, false, []);
    const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, this.own.privateKey, 256);
    const about = Buffer.concat([Buffer.from('WebPush: info\0'), this.point, sender]);
    const input = await expand(new Uint8Array(shared), this.auth, about, 256);
    const key = await expand(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 128);
    const iv = await expand(input, salt, Buffer.from('Content-Encoding: nonce\0'), 96);
    const opener = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
    const text = Buffer.from(await subtle.decrypt({ name: 'AES-GCM', iv }, opener, body.subarray(21 + keyLength)));
    return text.subarray(0, text.lastIndexOf(2)).toString();
  }
}

async function expand(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, bits: number): Promise<Uint8Array> {
  const key = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  return new Uint8Array(await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, bits));
}
