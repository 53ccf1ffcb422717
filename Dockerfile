# The service and the worker in one image: built in the first stage, in the second only what runs.
# deploy/README.md says how it is used; test/deploy/ runs every step of it without a registry of images.

FROM node:24-bookworm-slim AS build
WORKDIR /slate
# What is installed changes less often than what is built of it.
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json slate.config.schema.json ./
COPY bin ./bin
COPY rules ./rules
COPY fixtures ./fixtures
COPY src ./src
RUN npm run build && npm run build:lib && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /slate
# Owned by root: who runs it cannot change it.
COPY --from=build /slate/package.json /slate/slate.config.schema.json ./
COPY --from=build /slate/bin ./bin
COPY --from=build /slate/lib ./lib
COPY --from=build /slate/dist ./dist
COPY --from=build /slate/rules ./rules
COPY --from=build /slate/fixtures ./fixtures
COPY --from=build /slate/node_modules ./node_modules
# Compiled once a start, in memory: the rest of the file system may be read-only.
ENV NODE_ENV=production NODE_COMPILE_CACHE=/tmp/compiled SLATE_HOST=0.0.0.0 SLATE_PORT=8080
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.SLATE_PORT}/readyz`).then(({ok}) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/slate/bin/slate.js"]
CMD ["serve"]
