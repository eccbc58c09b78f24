# One image for every process; the command chooses which. See docker-compose.yml.
FROM node:24-slim AS build
WORKDIR /portal
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
WORKDIR /portal
ENV NODE_ENV=production
# As `npm start` has it: tools/processes.ts says why.
ENV NODE_OPTIONS="--max-semi-space-size=16 --max-old-space-size=1024"
COPY --from=build /portal/package.json /portal/package-lock.json ./
COPY --from=build /portal/node_modules node_modules
COPY --from=build /portal/dist dist
COPY LICENSE NOTICE ./
# The demonstration's parts must not be where real money is.
RUN rm -rf dist/apps/stripe-emulator dist/stripe-schema.json dist/tools/seed.js \
  dist/tools/time-machine dist/tools/time-machine.js
# Where a volume for the seals of days is mounted.
RUN mkdir /day-seals && chown node /day-seals
USER node
CMD ["node", "dist/apps/portal/src/main.js"]
