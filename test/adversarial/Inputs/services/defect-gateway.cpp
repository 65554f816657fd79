#include <atomic>
#include <csignal>
#include <iostream>
#include <string>
#include <thread>
#include <chrono>
#include <future>

bool nextPacket(std::string& p);
void forward(const std::string& p);
void waitForSignal();
void computeTable();

namespace {

class Gateway {
public:
    Gateway() : t_([this] { run(); }) {}
    ~Gateway() {
        t_.join(); // EXPECT: unbounded-wait
    }
private:
    void run() {
        std::string p;
        while (nextPacket(p)) forward(p);
    }
    std::thread t_;
};

class StoppableGateway {
public:
    StoppableGateway() : t_([this](std::stop_token st) { run(st); }) {}
    ~StoppableGateway() {
        t_.request_stop();
        t_.join();
    }
private:
    void run(std::stop_token st) {
        std::string p;
        while (!st.stop_requested() && nextPacket(p)) forward(p);
    }
    std::jthread t_;
};

class Table {
public:
    Table() : t_(computeTable) {}
    ~Table() { t_.join(); }
private:
    std::thread t_;
};

} // namespace

int main() {
    Table table;
    StoppableGateway sg;
    Gateway g;
    waitForSignal();
    std::cout << "bye\n";
}
