// REQUIRES: grpc
// RUN: %check %s joinery-detached-thread,joinery-unjoined-thread,joinery-forgotten-receiver,joinery-unstoppable-worker -- %grpc
// Threads that serve gRPC's queues and servers need an owner; a queue and a
// server end them when they are shut down.

#include <grpcpp/grpcpp.h>
#include <memory>
#include <thread>

void handle(void *Tag);
void begin(grpc::CompletionQueue *Calls);
bool readConfig();

void drain(grpc::CompletionQueue &Calls) {
  void *Tag;
  bool Ok;
  while (Calls.Next(&Tag, &Ok))
    handle(Tag);
}

// Reports

void detachedPoller(grpc::CompletionQueue &Calls) {
  std::thread([&Calls] { drain(Calls); }).detach();
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-detached-thread]
}

void unjoinedServer(grpc::ServerBuilder &Builder) {
  std::unique_ptr<grpc::Server> Server = Builder.BuildAndStart();
  std::thread Waiter([&Server] { Server->Wait(); });
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}[joinery-unjoined-thread]
  if (!readConfig())
    return;
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: note: {{.*}}
  Server->Shutdown();
  Waiter.join();
}

// Stays silent

void servesForEver(grpc::ServerBuilder &Builder) {
  std::unique_ptr<grpc::Server> Server = Builder.BuildAndStart();
  Server->Wait();
}

void joinedServer(grpc::ServerBuilder &Builder) {
  std::unique_ptr<grpc::Server> Server = Builder.BuildAndStart();
  std::thread Waiter([&Server] { Server->Wait(); });
  readConfig();
  Server->Shutdown();
  Waiter.join();
}

void joinedPoller() {
  grpc::CompletionQueue Calls;
  std::thread Poller([&Calls] { drain(Calls); });
  begin(&Calls);
  Calls.Shutdown();
  Poller.join();
}

class Client {
  grpc::CompletionQueue Calls;
  std::thread Poller{[this] { drain(Calls); }};

public:
  ~Client() {
    Calls.Shutdown();
    Poller.join();
  }
};

void oneAnswer() {
  grpc::CompletionQueue Calls;
  begin(&Calls);
  void *Tag;
  bool Ok;
  if (Calls.Next(&Tag, &Ok))
    handle(Tag);
}

// A handler's loop ends when its call is cancelled.
void watched(grpc::ServerContext &Call) {
  std::thread Watcher([&Call] {
    while (!Call.IsCancelled())
      readConfig();
  });
  Watcher.join();
}
