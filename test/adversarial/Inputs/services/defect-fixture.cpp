#include <atomic>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace fixture {

void serveOnce(int port);
bool probe(int port);
struct AssertionFailed : std::runtime_error { using std::runtime_error::runtime_error; };

inline void require(bool ok, const char* what) {
    if (!ok) throw AssertionFailed(what);
}

class ThreadGuard {
public:
    explicit ThreadGuard(std::thread t) : t_(std::move(t)) {}
    ThreadGuard(ThreadGuard&&) = default;
    ~ThreadGuard() { if (t_.joinable()) t_.join(); }
private:
    std::thread t_;
};

void testProbe() {
    std::thread server(serveOnce, 8080); // EXPECT: unjoined-thread
    require(probe(8080), "probe");
    server.join();
}

void testProbeGuarded() {
    ThreadGuard server(std::thread(serveOnce, 8080));
    require(probe(8080), "probe");
}

template <typename F>
class ScopeExit {
public:
    explicit ScopeExit(F f) : f_(std::move(f)) {}
    ScopeExit(const ScopeExit&) = delete;
    ~ScopeExit() { if (armed_) f_(); }
    void dismiss() { armed_ = false; }
private:
    F f_;
    bool armed_ = true;
};

void testProbeScopeExit() {
    std::thread server(serveOnce, 8080);
    ScopeExit join([&] { server.join(); });
    require(probe(8080), "probe");
}

class ServerFixture {
public:
    virtual ~ServerFixture() = default;
    void setUp() { server_ = std::thread(serveOnce, port_); }
    void tearDown() { if (server_.joinable()) server_.join(); }
protected:
    int port_ = 9000;
    std::thread server_; // EXPECT: unjoined-thread
};

class RaiiFixture {
public:
    void setUp() { server_ = std::thread(serveOnce, port_); }
    void tearDown() { if (server_.joinable()) server_.join(); }
    virtual ~RaiiFixture() { RaiiFixture::tearDown(); }
protected:
    int port_ = 9000;
    std::thread server_;
};

void restartTwice() {
    std::thread t(serveOnce, 1); // EXPECT: unjoined-thread
    if (probe(1))
        t = std::thread(serveOnce, 2);
    t.join();
}

std::thread launch(int port) { return std::thread(serveOnce, port); }

void useLaunch() {
    std::vector<std::thread> ts;
    ts.push_back(launch(1));
    ts.push_back(launch(2));
    for (std::size_t i = 0; i < ts.size(); ++i) ts[i].join();
}

void fireTemporary() {
    std::thread{serveOnce, 3}; // EXPECT: unjoined-thread
}

} // namespace fixture
