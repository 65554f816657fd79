// RUN: %check %s --model=%S/../../Inputs/Dock.yaml joinery-channel-close
// A close by a task, while the function that started it sends on the channel.

#include "Dock.h"

bool full();
void load(int Crate);

// Reports.

void receiverCloses() {
  dock::Berth<int> Crates(4);
  dock::Shift Loading([&] {
    int Crate;
    Crates.take(Crate);
    Crates.shut();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
  });
  for (int Crate = 0; Crate < 100; ++Crate)
    Crates.put(Crate);
}

void oneOfTwoSendersCloses() {
  dock::Berth<int> Crates(4);
  dock::Shift First([&] {
    Crates.put(1);
    Crates.shut();
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}} [joinery-channel-close]
  });
  Crates.put(2);
}

// Stays silent.

void sentBeforeItIsStarted() {
  dock::Berth<int> Crates(4);
  Crates.put(1);
  dock::Shift Loading([&] {
    int Crate;
    Crates.take(Crate);
    Crates.shut();
  });
}

void sentAfterItsEnd() {
  dock::Berth<int> Crates(4);
  dock::Shift Loading([&] {
    Crates.put(1);
    Crates.shut();
  });
  Loading.gather();
  int Crate;
  while (Crates.take(Crate))
    load(Crate);
}

void theSpawnerOffersOnly() {
  dock::Berth<int> Crates(4);
  dock::Shift Loading([&] {
    int Crate;
    while (Crates.take(Crate))
      if (full())
        break;
    Crates.shut();
  });
  for (int Crate = 0; Crate < 100; ++Crate)
    if (!Crates.offer(Crate, 10))
      break;
}

void answersOnAnotherChannel() {
  dock::Berth<int> Questions(4), Answers(4);
  dock::Shift Answering([&] {
    int Question;
    while (Questions.take(Question))
      Answers.put(Question + 1);
    Answers.shut();
  });
  Questions.put(1);
  Questions.shut();
}
