import { Timeline } from './timeline';

describe('when there was calm enough to work', () => {
  it('counts from the moment asked about, where somebody is at work all the time', () => {
    const timeline = new Timeline();
    timeline.atWork('worker 1', 100);
    expect(timeline.calmOf(50, 0)).toBe(150);
    expect(timeline.calmOf(50, 1_000)).toBe(1_050);
  });

  it('begins anew with every process, and takes whoever has it first', () => {
    const timeline = new Timeline();
    timeline.atWork('worker 1', 0);
    timeline.goneFromWork('worker 1', 40);
    timeline.atWork('worker 2', 30);
    timeline.atWork('worker 1', 60);
    expect(timeline.calmOf(50, 0)).toBe(80);
    expect(timeline.calmOf(50, 35)).toBe(85);
  });

  it('begins anew after every outage', () => {
    const timeline = new Timeline();
    timeline.atWork('worker 1', 0);
    timeline.outageBegins(30);
    timeline.outageEnds(70);
    timeline.outageBegins(90);
    timeline.outageEnds(95);
    expect(timeline.calmOf(50, 0)).toBe(145);
    expect(timeline.calmOf(20, 0)).toBe(20);
    expect(timeline.calmOf(20, 15)).toBe(90);
  });

  it('does not blame anybody for a machine that stood still', () => {
    const timeline = new Timeline();
    timeline.atWork('worker 1', 0);
    timeline.outageBegins(500);
    timeline.stoodStill(20, 60);
    expect(timeline.calmOf(50, 0)).toBe(110);
  });

  it('never comes where nobody lives long enough', () => {
    const timeline = new Timeline();
    timeline.atWork('worker 1', 0);
    timeline.goneFromWork('worker 1', 40);
    timeline.atWork('worker 2', 50);
    timeline.outageBegins(60);
    expect(timeline.calmOf(50, 0)).toBe(Infinity);
  });
});
