// REQUIRES: grpc
// RUN: %prove-model gRPC %grpc %s

// Names every type and member that libraries/grpc.yaml models.

#include <chrono>
#include <grpcpp/grpcpp.h>

void servers(grpc::Server &Server, std::chrono::system_clock::time_point Soon) {
  Server.Wait();
  Server.Shutdown();
  Server.Shutdown(Soon);
}

void queues(grpc::CompletionQueue &Calls, grpc::ServerCompletionQueue &Requests,
            std::chrono::system_clock::time_point Soon) {
  void *Tag;
  bool Ok;
  (void)Calls.Next(&Tag, &Ok);
  (void)Requests.Next(&Tag, &Ok);
  Calls.AsyncNext(&Tag, &Ok, Soon);
  Calls.DoThenAsyncNext([] {}, &Tag, &Ok, Soon);
  Calls.Shutdown();
}

void contexts(grpc::ClientContext &Client, grpc::ServerContext &Server,
              grpc::CallbackServerContext &Callback) {
  Client.TryCancel();
  Server.TryCancel();
  (void)Server.IsCancelled();
  (void)Callback.IsCancelled();
}
