/** The build of bottleneck without clustering, which octokit's plugins use too, has no types of its own. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
