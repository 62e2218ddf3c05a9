# The product in a container: built in one stage, run in another without build tools, as an account that owns nothing but its data.
# Never built where it was written (no container engine there); test/containers.spec.ts holds it to its rules.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# Without install scripts: nothing from the registry runs while building; the native modules ship ready-made.
RUN npm ci --ignore-scripts --include=dev --include=optional --no-audit --no-fund
COPY nest-cli.json tsconfig.json tsconfig.build.json ./
COPY bin bin
COPY src src
COPY workflows workflows
COPY projections projections
COPY web web
# The image has its own Node; the one that npm brings for older machines stays out.
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund && rm -rf node_modules/node-linux-*

FROM ${NODE_IMAGE} AS run
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
WORKDIR /app
RUN groupadd --system --gid 10001 rodedraad \
  && useradd --system --uid 10001 --gid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin rodedraad \
  && mkdir -m 0700 /data && chown 10001:10001 /data
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
COPY --from=build /build/bin bin
COPY --from=build /build/web web
USER 10001:10001
VOLUME ["/data"]
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/v1/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals must reach the product itself. The build is in the image, so nothing is built at the start.
# Less room for young objects than Node would take while loading, and keep; see docs/performance.md.
CMD ["node", "--max-semi-space-size=8", "dist/src/main.js"]
