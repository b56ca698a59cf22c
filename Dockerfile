# syntax=docker/dockerfile:1
# Two stages: everything is built in the first, the second holds two binaries and nothing to build with.

FROM rust:1.95-bookworm AS build
WORKDIR /src
RUN rustup target add wasm32-unknown-unknown
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo xtask build --release \
    && mkdir /out && cp target/release/foyer target/release/worker /out/

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/foyer foyer
COPY --from=build /out/foyer /out/worker /usr/local/bin/
USER foyer
WORKDIR /var/lib/foyer
ENV FOYER_ADDRESS=0.0.0.0:8080 FOYER_WORKER_ADDRESS=0.0.0.0:8081 FOYER_DATA=/var/lib/foyer FOYER_LOG_FORMAT=json
EXPOSE 8080 8081
CMD ["foyer"]
